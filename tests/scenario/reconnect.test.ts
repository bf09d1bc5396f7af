import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PROTOCOLS } from '../../src/shared/scenario/connection'
import { applyEdit } from '../../src/shared/scenario/edits'
import { newConnection } from '../../src/shared/scenario/new-connection'
import { reconnectEdit } from '../../src/shared/scenario/reconnect'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { SERVICE_KINDS, type Service } from '../../src/shared/scenario/service'

const at = { x: 0, y: 0 }
const services: Service[] = SERVICE_KINDS.map((kind) => ({
  id: kind,
  kind,
  name: kind,
  position: at,
}))
const bare: Scenario = { dryrun: 1, title: '', services, connections: [] }
const one = fc.constantFrom(...services)

describe('leading an end of a line to another service', () => {
  it('keeps its id, its words and its protocol; only SQL wants a database at its end', () => {
    fc.assert(
      fc.property(
        fc.record({ from: one, to: one, other: one, protocol: fc.constantFrom(...PROTOCOLS) }),
        fc.constantFrom('from', 'to'),
        ({ from, to, other, protocol }, end) => {
          const line = {
            ...newConnection(from, to, protocol, bare),
            waypoints: [{ x: 9, y: 9 }],
          }
          const scenario = { ...bare, connections: [line] }
          const edit = reconnectEdit(scenario, line.id, end, other.id)
          if (line[end] === other.id) {
            expect(edit).toBeUndefined()
            return
          }
          const [after] = (edit ? applyEdit(scenario, edit) : scenario).connections
          const { waypoints: _, ...left } = line
          expect(after).toMatchObject({
            id: line.id,
            ...{ from: line.from, to: line.to, [end]: other.id },
          })
          expect(after).not.toHaveProperty('waypoints')
          const leadsTo = end === 'to' ? other : to
          if (protocol !== 'sql' || leadsTo.kind === 'database') {
            expect(after).toEqual({ ...left, [end]: other.id })
          } else expect(after?.protocol).not.toBe('sql')
        },
      ),
    )
  })

  it('is nothing where the line or the service is not there', () => {
    expect(reconnectEdit(bare, 'none', 'to', 'client')).toBeUndefined()
    const line = newConnection(services[0] as Service, services[1] as Service, 'rest', bare)
    const scenario = { ...bare, connections: [line] }
    expect(reconnectEdit(scenario, line.id, 'to', 'nobody')).toBeUndefined()
  })
})
