/** Zones under everything and notes over it, while the board is near; far out they are painted. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { noteShapes, zoneShapes, zonesBackToFront } from '../../../shared/drawing/zone-shapes'
import type { Note, Zone } from '../../../shared/scenario/scenario'
import { type Language, textIn } from '../../../shared/scenario/text'
import { useSelection } from '../../state/selection'
import { ShapeView } from '../../ui/shape-view'
import { selectIfTabbed } from '../gestures/tabbing'
import { useModel } from '../model/board-model'
import { lockedLabel } from '../model/labels'
import { useMounted } from '../view/mounted-store'

export const ZonesLayer = memo(function ZonesLayer() {
  const { t } = useTranslation('canvas')
  const zones = useModel((model) => model.scenario.zones)
  const language = useModel((model) => model.language)
  const isNear = useMounted(({ layer, isSettled }) => layer === 'near' && isSettled)
  if (!zones || !isNear) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no fieldset that draws
    <svg className="grounds" role="group" aria-label={t('zones.label')}>
      {zonesBackToFront(zones).map((zone) => (
        <ZoneView key={zone.id} zone={zone} language={language} />
      ))}
    </svg>
  )
})

export const NotesLayer = memo(function NotesLayer() {
  const { t } = useTranslation('canvas')
  const notes = useModel((model) => model.scenario.notes)
  const language = useModel((model) => model.language)
  const isNear = useMounted(({ layer, isSettled }) => layer === 'near' && isSettled)
  if (!notes || !isNear) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no fieldset that draws
    <svg className="notes" role="group" aria-label={t('notes.label')}>
      {notes.map((note) => (
        <NoteView key={note.id} note={note} language={language} />
      ))}
    </svg>
  )
})

const ZoneView = memo(function ZoneView(props: {
  readonly zone: Zone
  readonly language: Language
}) {
  const { zone, language } = props
  const { t } = useTranslation('canvas')
  const label = t('label.zone', { name: textIn(zone.name, language) })
  return (
    <g {...useGround(zone.id)} aria-label={lockedLabel(t, label, zone.locked)}>
      <ShapeView shapes={zoneShapes(zone, language)} />
    </g>
  )
})

const NoteView = memo(function NoteView(props: {
  readonly note: Note
  readonly language: Language
}) {
  const { note, language } = props
  const { t } = useTranslation('canvas')
  const label = t('label.note', { text: textIn(note.text, language) })
  return (
    <g {...useGround(note.id)} aria-label={lockedLabel(t, label, note.locked)}>
      <ShapeView shapes={noteShapes(note, language)} />
    </g>
  )
})

/** What makes a ground a thing that can be selected, by pointer and by keys. */
function useGround(id: string) {
  const isSelected = useSelection((selection) => selection.ids.has(id))
  return {
    className: 'ground-thing',
    'data-thing': id,
    'data-selected': isSelected || undefined,
    tabIndex: 0,
    role: 'group',
    'aria-current': isSelected || undefined,
    onFocus: () => selectIfTabbed(id),
  } as const
}
