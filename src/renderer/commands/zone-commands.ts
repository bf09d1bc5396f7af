/** Putting what is selected into a zone of its own, and dissolving zones without touching what they hold. */
import { serviceBox } from '../../shared/drawing/service-box'
import { newZone } from '../../shared/scenario/create'
import { takenIds, zoneById } from '../../shared/scenario/lookup'
import { PALETTE } from '../../shared/scenario/palette'
import type { Scenario } from '../../shared/scenario/scenario'
import type { Language } from '../../shared/scenario/text'
import { useDocument } from '../state/document'
import { useSelection } from '../state/selection'
import { useSettings } from '../state/settings'
import { command } from './command'
import { all, whileEditing, withSelection } from './conditions'
import { perform } from './one-undo-step'

/** Room around what is put into a zone: above it stands the zone's name. Board units. */
const MARGIN = 30
const TITLE = 50

function boxesOf(scenario: Scenario, ids: ReadonlySet<string>, language: Language) {
  const placed = [...(scenario.zones ?? []), ...(scenario.notes ?? [])]
  return [
    ...scenario.services
      .filter(({ id }) => ids.has(id))
      .map((service) => ({ ...service.position, ...serviceBox(service, language) })),
    ...placed
      .filter(({ id }) => ids.has(id))
      .map(({ position, size }) => ({ ...position, ...size })),
  ]
}

function group(): void {
  const { scenario } = useDocument.getState()
  const boxes = boxesOf(scenario, useSelection.getState().ids, useSettings.getState().language)
  const boundary = PALETTE.find((item) => item.id === 'boundary')
  if (boxes.length === 0 || !boundary) return
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN
  const top = Math.min(...boxes.map(({ y }) => y)) - TITLE
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN
  const size = { width: right - left, height: bottom - top }
  const zone = newZone('boundary', { x: left, y: top }, size, takenIds(scenario), boundary.name)
  perform([{ edit: 'addZone', zone }])
  useSelection.getState().select([zone.id])
}

function selectedZones(): readonly string[] {
  const zones = zoneById(useDocument.getState().scenario)
  return [...useSelection.getState().ids].filter((id) => zones.has(id))
}

function dissolve(): void {
  const ids = selectedZones()
  const held = useDocument
    .getState()
    .scenario.services.filter(({ zone }) => zone !== undefined && ids.includes(zone))
  perform([{ edit: 'remove', ids }])
  useSelection.getState().select(held.map(({ id }) => id))
}

const withPlaced = () => {
  const { scenario } = useDocument.getState()
  const { ids } = useSelection.getState()
  const placed = [...scenario.services, ...(scenario.zones ?? []), ...(scenario.notes ?? [])]
  return placed.some(({ id }) => ids.has(id)) || 'commands:reason.nothingToGroup'
}
const withZone = () => selectedZones().length > 0 || 'commands:reason.selectZone'

export const ZONE_COMMANDS = [
  command('edit.group', group, all(whileEditing, withSelection, withPlaced)),
  command('edit.ungroup', dissolve, all(whileEditing, withSelection, withZone)),
] as const
