/**
 * A scenario as a load system: what one order goes through, as the machine's own rules have it. Orders meet at
 * the stations only: rows, inboxes, keys and the messages in a queue are each order's own.
 */
import type { Beginning, LoadSystem, Station } from '../../base/load-system'
import type { Outcome } from '../../base/problem'
import { hashText, hashWords } from '../../base/random'
import type { Scenario } from '../../scenario/scenario'
import { compile } from '../compile'
import { stimuliOf } from '../flatten-handlers'
import { Names } from '../names'
import type { Program } from '../program'
import { Life } from './life'
import { stationsOf } from './stations'

/** The scenario under load, and how to read what the driver reports. */
export interface Lives {
  readonly system: LoadSystem
  /** The station of a service has the service's index; those after them are partitions. */
  readonly program: Program
}

const KINDS = hashText('which of the keys')

/**
 * Every key of the scenario is a kind of order, and an arrival is one of them by chance. The faults of its list
 * are left out: the load is of a day on which nothing breaks. Problems where it does not compile.
 */
export function livesOf(scenario: Scenario, seed: number): Outcome<Lives> {
  const whole = compile({ ...scenario, faults: [] }, { seed, budgets: {} })
  if (!whole.ok) return whole
  const lives: Life[] = []
  for (const { name } of whole.value.keys) {
    const one = compile(onlyKey(scenario, name), { seed, budgets: {} })
    if (!one.ok) return one
    lives.push(new Life(one.value, stationsOf(one.value, scenario), seed))
  }
  const stations = stationsOf(whole.value, scenario).list
  return {
    ok: true,
    value: { system: new ScenarioLives(lives, stations, seed), program: whole.value },
  }
}

function onlyKey(scenario: Scenario, name: string): Scenario {
  const stimuli = stimuliOf(new Names(scenario)).filter(({ key }) => key === name)
  return { ...scenario, faults: [], stimuli }
}

class ScenarioLives implements LoadSystem {
  constructor(
    private readonly lives: readonly Life[],
    readonly stations: readonly Station[],
    private readonly seed: number,
  ) {}

  begin(arrival: number): Beginning {
    const { lives } = this
    const kind = lives.length === 1 ? 0 : hashWords(this.seed, KINDS, arrival) % lives.length
    return (lives[kind] as Life).beginning
  }

  get situations(): number {
    return this.lives.reduce((sum, { situations }) => sum + situations, 0)
  }
}
