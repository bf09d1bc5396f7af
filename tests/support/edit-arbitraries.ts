/** Random edits that make sense for a scenario, and runs of them: what a user does on the board. */
import fc from 'fast-check'
import { newNote, newService, newZone } from '../../src/shared/scenario/create'
import { applyEdit, type Edit } from '../../src/shared/scenario/edits'
import { fragmentOf, pasted } from '../../src/shared/scenario/fragment'
import { takenIds } from '../../src/shared/scenario/lookup'
import { newConnection } from '../../src/shared/scenario/new-connection'
import { isServiceItem, PALETTE } from '../../src/shared/scenario/palette'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { point, words } from './arbitraries'

type EditArbitrary = fc.Arbitrary<Edit>

const items = PALETTE.filter(isServiceItem)

/** One edit; what it names is in the scenario. */
export function edits(scenario: Scenario): EditArbitrary {
  return fc.oneof(
    ...additions(scenario),
    ...wholeChanges(scenario),
    ...boxChanges(scenario),
    ...lineChanges(scenario),
  )
}

/** Up to `length` edits, each made for what the ones before it left. */
export function editRuns(scenario: Scenario, length: number): fc.Arbitrary<readonly Edit[]> {
  if (length === 0) return fc.constant([])
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<readonly Edit[]>([]) },
    {
      weight: 9,
      arbitrary: edits(scenario).chain((edit) =>
        editRuns(applyEdit(scenario, edit), length - 1).map((rest) => [edit, ...rest]),
      ),
    },
  )
}

function idsOf(scenario: Scenario): readonly string[] {
  const { services, connections, zones = [], notes = [] } = scenario
  return [services, connections, zones, notes].flatMap((list) => list.map((one) => one.id))
}

function additions(scenario: Scenario): readonly EditArbitrary[] {
  const taken = takenIds(scenario)
  const size = { width: 200, height: 100 }
  const { services } = scenario
  const adding: EditArbitrary[] = [
    fc.record({ item: fc.constantFrom(...items), at: point }).map(({ item, at }): Edit => {
      const service = newService(item.role ?? item.kind, at, taken, item.name)
      return { edit: 'addService', service }
    }),
    fc.record({ at: point, name: words }).map(
      ({ at, name }): Edit => ({
        edit: 'addZone',
        zone: newZone('boundary', at, size, taken, name),
      }),
    ),
    fc
      .record({ at: point, text: words })
      .map(({ at, text }): Edit => ({ edit: 'addNote', note: newNote(at, size, taken, text) })),
    fc
      .record({ ids: fc.subarray([...idsOf(scenario)]), offset: point })
      .map(({ ids, offset }): Edit => {
        const fragment = pasted(fragmentOf(scenario, ids), scenario, { offset })
        return { edit: 'insert', ...fragment }
      }),
  ]
  if (services.length > 0) {
    const end = fc.constantFrom(...services)
    adding.push(
      fc.tuple(end, end).map(([from, to]): Edit => {
        const connection = newConnection(from, to, undefined, scenario)
        return { edit: 'addConnection', connection }
      }),
    )
  }
  return adding
}

function wholeChanges(scenario: Scenario): readonly EditArbitrary[] {
  const { stimuli = [], faults = [], invariants = [] } = scenario
  return [
    words.map((title): Edit => ({ edit: 'setTitle', title })),
    fc.option(words, { nil: undefined }).map((summary): Edit => ({ edit: 'setSummary', summary })),
    fc.subarray(stimuli).map((left): Edit => ({ edit: 'setStimuli', stimuli: left })),
    fc.subarray(faults).map((left): Edit => ({ edit: 'setFaults', faults: left })),
    fc.subarray(invariants).map((left): Edit => ({ edit: 'setInvariants', invariants: left })),
    fc.subarray([...idsOf(scenario)]).map((ids): Edit => ({ edit: 'remove', ids })),
  ]
}

function boxChanges(scenario: Scenario): readonly EditArbitrary[] {
  const { services, zones = [], notes = [] } = scenario
  const boxes = [...services, ...zones, ...notes].map((one) => one.id)
  const changes: EditArbitrary[] = []
  if (boxes.length > 0) {
    const positions = fc.dictionary(fc.constantFrom(...boxes), point, { maxKeys: 3 })
    changes.push(
      positions.map((moved): Edit => ({ edit: 'move', positions: moved })),
      positions.map((moved): Edit => ({ edit: 'arrange', positions: moved })),
    )
  }
  if (services.length > 0) {
    const service = fc.constantFrom(...services)
    const color = fc.constantFrom('grey' as const, 'blue' as const, undefined)
    changes.push(
      fc.record({ service, name: words, color }).map(
        ({ service: { id }, name, color: painted }): Edit => ({
          edit: 'updateService',
          id,
          changes: { name, color: painted },
        }),
      ),
      fc.record({ service, isTaken: fc.boolean() }).map(
        ({ service: { id, handlers = [] }, isTaken }): Edit => ({
          edit: 'setHandlers',
          service: id,
          handlers: isTaken ? undefined : handlers.slice(1),
        }),
      ),
    )
  }
  if (zones.length > 0) {
    changes.push(
      fc
        .record({ zone: fc.constantFrom(...zones), name: words })
        .map(({ zone: { id }, name }): Edit => ({ edit: 'updateZone', id, changes: { name } })),
    )
  }
  if (notes.length > 0) {
    changes.push(
      fc
        .record({ note: fc.constantFrom(...notes), text: words })
        .map(({ note: { id }, text }): Edit => ({ edit: 'updateNote', id, changes: { text } })),
    )
  }
  return changes
}

function lineChanges(scenario: Scenario): readonly EditArbitrary[] {
  const { connections } = scenario
  if (connections.length === 0) return []
  const line = fc.constantFrom(...connections)
  return [
    fc
      .record({
        line,
        label: fc.option(words, { nil: undefined }),
        event: fc.constantFrom('A', 'B'),
      })
      .map(
        ({ line: { id }, label, event }): Edit => ({
          edit: 'updateConnection',
          id,
          changes: { label, event },
        }),
      ),
    fc.record({ line, points: fc.array(point, { maxLength: 3 }) }).map(
      ({ line: { id }, points }): Edit => ({
        edit: 'arrange',
        positions: {},
        waypoints: { [id]: points },
      }),
    ),
  ]
}
