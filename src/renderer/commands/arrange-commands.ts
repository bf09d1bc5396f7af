/** Aligning, spreading, stacking and locking what is selected. Each is one undo step. */
import type { CommandId } from '../../shared/commands/command-table'
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

const align = (id: CommandId, side: AlignSide) =>
  command(id, () => move(aligned(freeBoxes(), side)), several)
const distribute = (id: CommandId, axis: Axis) =>
  command(id, () => move(distributed(freeBoxes(), axis)), row)

export const ARRANGE_COMMANDS = [
  align('edit.alignLeft', 'left'),
  align('edit.alignRight', 'right'),
  align('edit.alignTop', 'top'),
  align('edit.alignBottom', 'bottom'),
  distribute('edit.distributeAcross', 'horizontal'),
  distribute('edit.distributeDown', 'vertical'),
  command('edit.toFront', () => restack('front'), loose),
  command('edit.toBack', () => restack('back'), loose),
  command('edit.lock', toggleLock, all(whileEditing, withSelection, withThing)),
] as const
