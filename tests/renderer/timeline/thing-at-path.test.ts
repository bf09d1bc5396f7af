import { describe, expect, it } from 'vitest'
import { promiseAtPath, thingAtPath } from '../../../src/renderer/timeline/thing-at-path'
import type { Scenario } from '../../../src/shared/scenario/scenario'

const scenario: Scenario = {
  dryrun: 1,
  title: 't',
  services: [{ id: 'orders', kind: 'service', name: 'Orders', position: { x: 0, y: 0 } }],
  connections: [{ id: 'place', from: 'orders', to: 'orders', protocol: 'rest' }],
  stimuli: [{ connection: 'place', key: 'o1', at: 0 }],
  invariants: [{ id: 'once', title: 'At most once', always: 'effects.charge <= 1' }],
  faults: [{ kind: 'crash', at: { service: 'orders' } }],
}

describe('the thing that a problem is about', () => {
  it('is the one that its path starts with', () => {
    expect(thingAtPath(scenario, 'services[0].handlers[1].do[0]')).toBe('orders')
    expect(thingAtPath(scenario, 'connections[0].to')).toBe('place')
  })

  it('is where a stimulus or a fault strikes', () => {
    expect(thingAtPath(scenario, 'stimuli[0].key')).toBe('place')
    expect(thingAtPath(scenario, 'faults[0]')).toBe('orders')
  })

  it('is nothing for the scenario as a whole, or for what is not there', () => {
    expect(thingAtPath(scenario, '')).toBeUndefined()
    expect(thingAtPath(scenario, 'connections[7]')).toBeUndefined()
    expect(thingAtPath(scenario, 'invariants[0].always')).toBeUndefined()
  })

  it('is the promise for a problem with its expression', () => {
    expect(promiseAtPath(scenario, 'invariants[0].always')?.title).toBe('At most once')
    expect(promiseAtPath(scenario, 'services[0]')).toBeUndefined()
  })
})
