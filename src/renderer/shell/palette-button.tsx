/** One thing of the palette: its picture is the one that the board draws. */
import type { DragEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { GLYPH_SIZE, glyphOfItem, glyphShapes } from '../../shared/drawing/glyphs'
import type { PaletteItem } from '../../shared/scenario/palette'
import { textIn } from '../../shared/scenario/text'
import { useBoard } from '../state/board'
import { useSettings } from '../state/settings'
import { wishViewport } from '../state/viewport'
import { ShapeView } from '../ui/shape-view'
import { Tooltip } from '../ui/tooltip'

/** The kind of drag data by which the board knows a thing of the palette. */
const DRAG_TYPE = 'application/x-dryrun-palette'
const PICTURE_PX = 20

export function PaletteButton({
  item,
  locked,
  placing,
  pictureOnly,
  tabbable,
  onFocus,
}: {
  readonly item: PaletteItem
  readonly locked: boolean
  readonly placing: boolean
  readonly pictureOnly: boolean
  readonly tabbable: boolean
  readonly onFocus: () => void
}) {
  const { t } = useTranslation('app')
  const language = useSettings((settings) => settings.language)
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(DRAG_TYPE, item.id)
    event.dataTransfer.effectAllowed = 'copy'
  }
  const choose = (event: MouseEvent) => {
    if (locked) return
    // A click made by Enter or Space has no place of its own: the thing goes where the user looks.
    if (event.detail === 0) wishViewport({ wish: 'place', paletteId: item.id })
    else useBoard.getState().setPlacing(placing ? null : item.id)
  }
  const name = textIn(item.name, language)
  const about = t(locked ? 'commands:reason.running' : `palette.about.${item.id}`)
  return (
    <Tooltip text={pictureOnly ? t('palette.named', { name, about }) : about} side="right">
      <button
        type="button"
        className="palette-item"
        data-palette={item.id}
        draggable={!locked}
        aria-disabled={locked}
        aria-pressed={placing}
        tabIndex={tabbable ? 0 : -1}
        onDragStart={drag}
        onClick={choose}
        onFocus={onFocus}
      >
        <svg
          width={PICTURE_PX}
          height={PICTURE_PX}
          viewBox={`0 0 ${GLYPH_SIZE} ${GLYPH_SIZE}`}
          aria-hidden="true"
        >
          <ShapeView shapes={glyphShapes(glyphOfItem(item))} />
        </svg>
        <span className={pictureOnly ? 'visually-hidden' : undefined}>{name}</span>
      </button>
    </Tooltip>
  )
}
