import { describe, expect, it } from 'vitest'
import { choiceGroups } from '../../../src/renderer/timeline/choice-groups'
import type { Connection } from '../../../src/shared/scenario/connection'
import type { Service } from '../../../src/shared/scenario/service'

const service = (id: string): Service => ({
  id,
  kind: 'service',
  name: id,
  position: { x: 0, y: 0 },
})
const bill: Connection = { id: 'bill', from: 'orders', to: 'charging', protocol: 'broker' }
const scenario = { services: [service('orders'), service('charging')], connections: [bill] }

describe('what else could happen', () => {
  it('leaves out what happens next anyway', () => {
    const choices = [{ choice: 1, kind: 'deliver', fault: false, service: 'charging' }]
    expect(choiceGroups(choices, 1, scenario)).toEqual([])
  })

  it('is grouped in the order of the drawing, faults after the rest', () => {
    const crash = { choice: 1, kind: 'crash', fault: true, service: 'charging' }
    const deliver = { choice: 2, kind: 'deliver', fault: false, service: 'charging' }
    const lose = { choice: 3, kind: 'lose-request', fault: true, connection: 'bill' }
    expect(choiceGroups([crash, deliver, lose], undefined, scenario)).toEqual([
      { service: 'orders', choices: [lose] },
      { service: 'charging', choices: [deliver, crash] },
    ])
  })
})
