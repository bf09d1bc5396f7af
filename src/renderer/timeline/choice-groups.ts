/** What else could happen at a position, grouped by the service that it would happen to. Pure. */
import type { ServiceId } from '../../shared/base/ids'
import type { ChoiceInfo } from '../../shared/engine/choices'
import type { Scenario } from '../../shared/scenario/scenario'

export interface ChoiceGroup {
  /** `undefined`: it concerns no one service. */
  readonly service: ServiceId | undefined
  /** What would happen of itself, only later; then what the environment might break. */
  readonly choices: readonly ChoiceInfo[]
}

/**
 * `next` is what the run shown does here anyway: not something else. Groups follow the order of the drawing.
 */
export function choiceGroups(
  choices: readonly ChoiceInfo[],
  next: ChoiceInfo['choice'] | undefined,
  scenario: Pick<Scenario, 'services' | 'connections'>,
): readonly ChoiceGroup[] {
  const groups = new Map<ServiceId | undefined, ChoiceInfo[]>()
  for (const { id } of scenario.services) groups.set(id, [])
  for (const choice of choices) {
    if (choice.choice === next) continue
    const service = serviceOf(choice, scenario)
    const group = groups.get(service)
    if (group) group.push(choice)
    else groups.set(service, [choice])
  }
  const faultsLast = (a: ChoiceInfo, b: ChoiceInfo) => Number(a.fault) - Number(b.fault)
  return [...groups]
    .map(([service, found]) => ({ service, choices: found.toSorted(faultsLast) }))
    .filter((group) => group.choices.length > 0)
}

/** A message lost on a line is the sender's loss: it stands with the service that the line leaves. */
function serviceOf(
  choice: ChoiceInfo,
  scenario: Pick<Scenario, 'connections'>,
): ServiceId | undefined {
  if (choice.service !== undefined) return choice.service
  return scenario.connections.find((connection) => connection.id === choice.connection)?.from
}
