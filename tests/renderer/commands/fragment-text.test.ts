import { expect, test } from 'vitest'
import { idsOf } from '../../../src/renderer/commands/fragment-ids'
import { parseFragment, printFragment } from '../../../src/renderer/commands/fragment-text'
import { fragmentOf } from '../../../src/shared/scenario/fragment'
import { threeServices } from '../../support/three-services'

test('what was copied is what is pasted', () => {
  const fragment = fragmentOf(threeServices, ['orders', 'ordersDb'])
  expect(parseFragment(printFragment(fragment))).toEqual(fragment)
  expect(idsOf(fragment)).toEqual(['orders', 'ordersDb', 'store'])
})

test('other texts of the clipboard are left alone', () => {
  for (const text of ['', 'hello', '{}', '{"dryrunFragment": 1', '{"dryrunFragment": 2}']) {
    expect(parseFragment(text)).toBeUndefined()
  }
})

test('a fragment with a service that no scenario could hold is refused whole', () => {
  const broken = printFragment(fragmentOf(threeServices, ['orders'])).replace('"service"', '"x"')
  expect(parseFragment(broken)).toBeUndefined()
})
