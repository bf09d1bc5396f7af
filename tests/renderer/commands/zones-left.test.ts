/** A service whose zone is taken away belongs to the zone around that one, however it is taken away. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { removeSelected as Remove } from '../../../src/renderer/commands/clipboard'
import { useDocument } from '../../../src/renderer/state/document'
import { useSelection } from '../../../src/renderer/state/selection'
import { board, service } from '../canvas/boards'

const zone = (id: string, at: number, side: number) => ({
  id,
  kind: 'boundary' as const,
  name: id,
  position: { x: at, y: at },
  size: { width: side, height: side },
})
const nested = board([service('a', 200, 200, { zone: 'inner' })], [], {
  zones: [zone('outer', 0, 800), zone('inner', 100, 500)],
})
const homeNow = () => useDocument.getState().scenario.services[0]?.zone

let removeSelected: typeof Remove
let ungroup: () => void

beforeAll(async () => {
  // The stores ask the browser for the system's theme and language when they are made.
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false, addEventListener: () => {} }) })
  vi.stubGlobal('navigator', { language: 'en', userAgent: '' })
  vi.stubGlobal('cancelAnimationFrame', () => {})
  removeSelected = (await import('../../../src/renderer/commands/clipboard')).removeSelected
  const { ZONE_COMMANDS } = await import('../../../src/renderer/commands/zone-commands')
  ungroup = () => ZONE_COMMANDS.find(({ id }) => id === 'edit.ungroup')?.run()
})

describe('a zone taken away', () => {
  beforeEach(() => {
    useDocument.getState().open(nested, { readOnly: false })
    useSelection.getState().select(['inner'])
  })

  it.each([
    ['deleted', () => removeSelected()],
    ['dissolved', () => ungroup()],
  ])('when it is %s, leaves what it held to the zone around it, in one undo step', (_, take) => {
    take()
    expect(useDocument.getState().scenario.zones?.map(({ id }) => id)).toEqual(['outer'])
    expect(homeNow()).toBe('outer')
    useDocument.getState().undo()
    expect(useDocument.getState().scenario).toEqual(nested)
  })
})
