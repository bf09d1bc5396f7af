/** What can be put on the board: by dragging, by a click here and a click there, or by Enter. */
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PALETTE, type PaletteGroup, type PaletteItem } from '../../shared/scenario/palette'
import { useBoard } from '../state/board'
import { PaletteButton } from './palette-button'
import { useWidth } from './use-width'
import './palette-panel.css'

const GROUPS: readonly PaletteGroup[] = ['services', 'infrastructure', 'zones']
const ITEM = 'button[data-palette]'
/** CSS pixels: a name does not fit in less, so that only pictures are shown. */
const LEAST_FOR_NAMES = 140

/** Arrow keys move among the items, so that the palette is one stop of the Tab key. */
function moveFocus(press: KeyboardEvent<HTMLElement>): void {
  // With Ctrl or Alt an arrow is a verb of the board, such as aligning.
  if (press.ctrlKey || press.metaKey || press.altKey) return
  const by = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[press.key]
  if (by === undefined) return
  const items: HTMLElement[] = [...press.currentTarget.querySelectorAll<HTMLElement>(ITEM)]
  const at =
    document.activeElement instanceof HTMLElement ? items.indexOf(document.activeElement) : -1
  const next = items[Math.max(0, Math.min(items.length - 1, at + by))]
  press.preventDefault()
  next?.focus()
}

export function PalettePanel() {
  const { t } = useTranslation('app')
  const locked = useBoard((board) => board.mode === 'run')
  const placing = useBoard((board) => board.placing)
  const [current, setCurrent] = useState(PALETTE[0]?.id)
  const [place, width] = useWidth()
  const picturesOnly = width > 0 && width < LEAST_FOR_NAMES
  return (
    <nav
      ref={place}
      className={picturesOnly ? 'palette palette-pictures' : 'palette'}
      aria-label={t('palette')}
      onKeyDown={moveFocus}
    >
      {GROUPS.map((group) => (
        <div key={group} className="palette-group">
          <h2 className={picturesOnly ? 'visually-hidden' : 'section-title'}>
            {t(`palette.${group}`)}
          </h2>
          {PALETTE.filter((item: PaletteItem) => item.group === group).map((item) => (
            <PaletteButton
              key={item.id}
              item={item}
              locked={locked}
              placing={placing === item.id}
              pictureOnly={picturesOnly}
              tabbable={current === item.id}
              onFocus={() => setCurrent(item.id)}
            />
          ))}
        </div>
      ))}
      {!locked && !picturesOnly && (
        <p className="palette-hint">{t(placing ? 'palette.placing' : 'palette.hint')}</p>
      )}
    </nav>
  )
}
