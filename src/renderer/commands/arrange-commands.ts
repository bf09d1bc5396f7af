/** Aligning, spreading, stacking and locking what is selected. Each is one undo step. */
import { serviceBox } from '../../shared/drawing/service-box'
import {
  type AlignSide,
  type Axis,
  aligned,
  distributed,
  type PlacedBox,
} from '../../shared/scenario/arrangement'
import type { Positions } from '../../shared/scenario/edits'
import { useDocument } from '../state/document'
import { useSelection } from '../state/selection'
import { useSettings } from '../state/settings'
import { command } from './command'
import { all, whileEditing, withSelection } from './conditions'

/** What is selected and has a place of its own; lines follow their ends. */
function selectedThings() {
  const { services, zones = [], notes = [] } = useDocument.getState().scenario
  const { ids } = useSelection.getState()
  const isSelected = ({ id }: { readonly id: string }) => ids.has(id)
  return {
    services: services.filter(isSelected),
    placed: [...zones, ...notes].filter(isSelected),
  }
}

/** Those that may move, measured as they are drawn. */
function freeBoxes(): readonly PlacedBox[] {
  const { language } = useSettings.getState()
  const { services, placed } = selectedThings()
  return [
    ...services
      .filter(({ locked }) => !locked)
      .map((one) => ({ id: one.id, ...one.position, ...serviceBox(one, language) })),
    ...placed
      .filter(({ locked }) => !locked)
      .map(({ id, position, size }) => ({ id, ...position, ...size })),
  ]
}

function move(positions: Positions): void {
  useDocument.getState().edit({ edit: 'move', positions })
}

function isAnyLocked(): boolean {
  const { services, placed } = selectedThings()
  return [...services, ...placed].some(({ locked }) => locked)
}

function toggleLock(): void {
  const { services, placed } = selectedThings()
  const ids = [...services, ...placed].map(({ id }) => id)
  useDocument.getState().edit({ edit: 'lock', ids, locked: !isAnyLocked() })
}

function restack(to: 'front' | 'back'): void {
  useDocument.getState().edit({ edit: 'restack', ids: [...useSelection.getState().ids], to })
}

const atLeast = (count: number, reason: string) => () => freeBoxes().length >= count || reason
const withThing = () => {
  const { services, placed } = selectedThings()
  return services.length + placed.length > 0 || 'commands:reason.nothingToLock'
}
/** The order of services and connections is part of what a run means; that of notes and zones is not. */
const withLoose = () => selectedThings().placed.length > 0 || 'commands:reason.nothingToRestack'

const several = all(whileEditing, withSelection, atLeast(2, 'commands:reason.selectTwo'))
const row = all(whileEditing, withSelection, atLeast(3, 'commands:reason.selectThree'))
const loose = all(whileEditing, withSelection, withLoose)

const align = (name: string, arrow: string, side: AlignSide) =>
  command(
    `edit.align${name}`,
    'edit',
    [`Mod+Shift+Arrow${arrow}`],
    () => move(aligned(freeBoxes(), side)),
    { enabled: several },
  )
const distribute = (name: string, key: string, axis: Axis) =>
  command(
    `edit.distribute${name}`,
    'edit',
    [`Alt+${key}`],
    () => move(distributed(freeBoxes(), axis)),
    { enabled: row },
  )

export const ARRANGE_COMMANDS = [
  align('Left', 'Left', 'left'),
  align('Right', 'Right', 'right'),
  align('Top', 'Up', 'top'),
  align('Bottom', 'Down', 'bottom'),
  distribute('Across', 'H', 'horizontal'),
  distribute('Down', 'V', 'vertical'),
  // Brackets are out of reach on QWERTZ and AZERTY: the page keys are on every keyboard.
  command('edit.toFront', 'edit', ['Mod+Shift+]', 'Alt+PageUp'], () => restack('front'), {
    enabled: loose,
  }),
  command('edit.toBack', 'edit', ['Mod+Shift+[', 'Alt+PageDown'], () => restack('back'), {
    enabled: loose,
  }),
  command('edit.lock', 'edit', ['Mod+Shift+L'], toggleLock, {
    enabled: all(whileEditing, withSelection, withThing),
  }),
] as const
