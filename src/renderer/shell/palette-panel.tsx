/** What can be put on the board: by dragging, by a click here and a click there, or by Enter. */
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PALETTE, type PaletteGroup, type PaletteItem } from '../../shared/scenario/palette'
import { useBoard } from '../state/board'
import { PaletteButton } from './palette-button'
import './palette-panel.css'

const GROUPS: readonly PaletteGroup[] = ['services', 'infrastructure', 'zones']
const ITEM = 'button[data-palette]'

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
  return (
    <nav className="palette" aria-label={t('palette')} onKeyDown={moveFocus}>
      {GROUPS.map((group) => (
        <section key={group} aria-label={t(`palette.${group}`)}>
          <h2 className="section-title">{t(`palette.${group}`)}</h2>
          {PALETTE.filter((item: PaletteItem) => item.group === group).map((item) => (
            <PaletteButton
              key={item.id}
              item={item}
              locked={locked}
              placing={placing === item.id}
              tabbable={current === item.id}
              onFocus={() => setCurrent(item.id)}
            />
          ))}
        </section>
      ))}
      {!locked && <p className="palette-hint">{t(placing ? 'palette.placing' : 'palette.hint')}</p>}
    </nav>
  )
}
