/**
 * The run of the scenario on the board: its branches, where the user stands, and what may be chosen there.
 * Never writes into the scenario. A run belongs to a meaning, not to a picture: moving boxes keeps it.
 */
import { create } from 'zustand'
import type { Problem } from '../../shared/base/problem'
import { branchAlong } from '../../shared/drivers/branch-along'
import { type Branches, branchAt, startBranches } from '../../shared/drivers/branches'
import type { Trace } from '../../shared/drivers/timeline'
import {
  type ChoiceInfo,
  type ChoiceRecord,
  choicesAt,
  findChoice,
} from '../../shared/engine/choices'
import { compile } from '../../shared/engine/compile'
import { momentOf } from '../../shared/engine/decode'
import { machine } from '../../shared/engine/machine'
import type { Moment } from '../../shared/engine/moment'
import type { Program } from '../../shared/engine/program'
import { withKeys } from '../../shared/engine/several-keys'
import type { Choice, State } from '../../shared/engine/state'
import type { Step } from '../../shared/engine/step'
import { meaningOf } from '../../shared/scenario/meaning'
import { glideClock, playClock, setClock, stopClock } from './clock'
import { useDocument } from './document'

export const STEPS_MAX = 10_000
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8] as const

type RunTrace = Trace<State, Choice, Step>
type RunBranches = Branches<State, Choice, Step>

interface RunState {
  /** `none`: not started; `problems`: the scenario does not compile, nothing runs. */
  readonly status: 'none' | 'ready' | 'problems'
  readonly problems: readonly Problem[]
  readonly program: Program | null
  readonly branches: RunBranches | null
  readonly branchId: number
  /** Of the branch shown. */
  readonly trace: RunTrace | null
  readonly steps: readonly Step[]
  /** How many steps have happened: 0 .. steps.length. */
  readonly position: number
  readonly playing: boolean
  readonly speed: number
  /** Runs the scenario on the board from its start, unless the run at hand is of the same meaning. */
  start(): void
  restart(): void
  goTo(position: number): void
  forward(): void
  back(): void
  play(): void
  pause(): void
  setSpeed(speed: number): void
  /** Takes another continuation where the run stands: a new branch, shown from its first step. */
  choose(choice: Choice): void
  switchBranch(id: number): void
  /**
   * Shows a run that a search found, as a branch of the run of the scenario with so many keys, after so many
   * steps. False: these choices are not of the scenario as it is drawn now.
   */
  watch(records: readonly ChoiceRecord[], keys: number, position: number): boolean
}

const NO_STEPS: readonly Step[] = []
const NOTHING = {
  problems: [],
  program: null,
  branches: null,
  branchId: 0,
  trace: null,
  steps: NO_STEPS,
  position: 0,
  playing: false,
} as const

let meaning = ''
const moments = new WeakMap<State, Moment>()

function timeAt(steps: readonly Step[], position: number): number {
  return position === 0 ? 0 : (steps[position - 1]?.atUs ?? 0)
}

export const useRun = create<RunState>()((set, get) => {
  const rest = (position: number) => {
    const { steps } = get()
    const atUs = timeAt(steps, position)
    const nextUs = position < steps.length ? timeAt(steps, position + 1) : atUs
    return { atUs, nextUs }
  }
  const stand = (position: number, how: 'jump' | 'glide') => {
    const { atUs, nextUs } = rest(position)
    if (how === 'glide') glideClock(atUs, nextUs)
    else setClock((atUs + nextUs) / 2)
  }
  const move = (position: number, how: 'jump' | 'glide') => {
    const bounded = Math.max(0, Math.min(get().steps.length, Math.round(position)))
    set({ position: bounded, playing: false })
    stand(bounded, how)
  }
  const flow = () => {
    const { playing, position, steps, speed } = get()
    if (!playing) return
    if (position >= steps.length) {
      set({ playing: false })
      return
    }
    const { atUs, nextUs } = rest(position)
    playClock(atUs, nextUs, speed, () => {
      set({ position: position + 1 })
      flow()
    })
  }
  const showBranch = (branches: RunBranches, id: number, position: number) => {
    const branch = branches.all.find((candidate) => candidate.id === id)
    if (!branch) return
    const { trace } = branch
    set({ branches, branchId: id, trace, steps: trace.steps, playing: false })
    move(Math.min(position, trace.steps.length), 'jump')
  }
  const begin = (keys?: number) => {
    const { scenario } = useDocument.getState()
    meaning = meaningOf(scenario)
    const compiled = compile(keys === undefined ? scenario : withKeys(scenario, keys))
    if (!compiled.ok) {
      set({ ...NOTHING, status: 'problems', problems: compiled.problems })
      setClock(0)
      return
    }
    const program = compiled.value
    const branches = startBranches(machine(program), { stepsMax: STEPS_MAX })
    set({ ...NOTHING, status: 'ready', program, branches })
    showBranch(branches, branches.all[0]?.id ?? 0, 0)
  }
  return {
    ...NOTHING,
    status: 'none',
    speed: 1,
    start: () => {
      const same = meaningOf(useDocument.getState().scenario) === meaning
      if (get().status === 'none' || !same) begin()
    },
    restart: () => begin(),
    goTo: (position) => move(position, 'jump'),
    forward: () => move(get().position + 1, 'glide'),
    back: () => move(get().position - 1, 'jump'),
    play: () => {
      if (get().status !== 'ready') return
      if (get().position >= get().steps.length) set({ position: 0 })
      set({ playing: true })
      flow()
    },
    pause: () => {
      stopClock()
      set({ playing: false })
      stand(get().position, 'jump')
    },
    setSpeed: (speed) => {
      set({ speed })
      if (get().playing) flow()
    },
    choose: (choice) => {
      const { program, branches, branchId, position } = get()
      if (!program || !branches) return
      const grown = branchAt(branches, branchId, position, choice)
      const added = grown.all.at(-1)
      if (added) showBranch(grown, added.id, added.fromPosition + 1)
    },
    switchBranch: (id) => {
      const { branches, position } = get()
      if (branches) showBranch(branches, id, position)
    },
    watch: (records, keys, position) => {
      get().start()
      if (get().program?.keys.length !== keys) begin(keys)
      const { program, branches } = get()
      if (!program || !branches) return false
      const choices = choicesOf(program, branches.system, records)
      if (choices === undefined) return false
      const led = branchAlong(branches, choices)
      showBranch(led.branches, led.branchId, position)
      return true
    },
  }
})

/** What was recorded, as choices of this program from its start; undefined: it has none like them. */
function choicesOf(
  program: Program,
  { initial, apply }: RunBranches['system'],
  records: readonly ChoiceRecord[],
): readonly Choice[] | undefined {
  const choices: Choice[] = []
  let state = initial
  for (const record of records) {
    const choice = findChoice(program, state, record)
    if (choice === undefined) return undefined
    choices.push(choice)
    state = apply(state, choice).state
  }
  return choices
}

/** A new document is a new run. */
useDocument.subscribe((now, before) => {
  if (now.saved === before.saved || now.origin === before.origin) return
  if (now.edited.past.length > 0 || now.edited.future.length > 0) return
  stopClock()
  meaning = ''
  useRun.setState({ ...NOTHING, status: 'none' })
})

/** The decoded state after `position` steps of the branch shown, or null without a run. */
export function momentAt(position: number): Moment | null {
  const { program, trace } = useRun.getState()
  if (!program || !trace) return null
  const state = trace.stateAt(position)
  const known = moments.get(state)
  if (known) return known
  const moment = momentOf(program, state)
  moments.set(state, moment)
  return moment
}

/** Everything that may happen next where the run stands, faults included. */
export function choicesNow(): readonly ChoiceInfo[] {
  const { program, trace, position } = useRun.getState()
  if (!program || !trace) return []
  return choicesAt(program, trace.stateAt(position))
}
