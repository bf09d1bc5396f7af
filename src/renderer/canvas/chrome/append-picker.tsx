/** A line was let go over nothing, or empty paper double-clicked: which service shall stand there? Arrow keys and letters choose, too. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { GLYPH_SIZE, glyphOfItem, glyphShapes } from '../../../shared/drawing/glyphs'
import { isServiceItem, PALETTE, type ServiceItem } from '../../../shared/scenario/palette'
import { textIn } from '../../../shared/scenario/text'
import { useSelection } from '../../state/selection'
import { useSettings } from '../../state/settings'
import { MenuGroup, MenuItem, PointMenu } from '../../ui/menu'
import { ShapeView } from '../../ui/shape-view'
import { focusService } from '../gestures/board-keys'
import { answerAppending } from '../gestures/connect-gesture'
import { useOverlay } from '../model/overlay'
import { toScreen } from '../view/view'
import { useView } from '../view/view-store'

const SERVICES = PALETTE.filter(isServiceItem)
const GROUPS = ['services', 'infrastructure'] as const

export const AppendPicker = memo(function AppendPicker() {
  const { t } = useTranslation('canvas')
  const at = useOverlay(({ appending }) => appending?.at ?? null)
  const view = useView((state) => (at ? state.view : null))
  const corner = useView((state) => state.corner)
  if (!at || !view) return null
  const screen = toScreen(view, at)
  return (
    <PointMenu
      at={{ x: screen.x + corner.x, y: screen.y + corner.y }}
      label={t('append.label')}
      onClose={() => answer(null)}
    >
      {GROUPS.map((group) => (
        <MenuGroup key={group} label={t(`append.${group}`)}>
          {SERVICES.filter((item) => item.group === group).map((item) => (
            <Choice key={item.id} item={item} />
          ))}
        </MenuGroup>
      ))}
    </PointMenu>
  )
})

/** After an answer by keys the keyboard is on the new service, or back on the one that it began at. */
function answer(paletteId: string | null): void {
  const { appending } = useOverlay.getState()
  answerAppending(paletteId)
  if (appending?.by !== 'keys') return
  const [id = appending.from] = useSelection.getState().ids
  if (id === null) return
  const root = document.querySelector('.board')
  // The menu gives the keyboard back by itself first.
  if (root) requestAnimationFrame(() => requestAnimationFrame(() => focusService(id, root)))
}

function Choice({ item }: { readonly item: ServiceItem }) {
  const language = useSettings((settings) => settings.language)
  return (
    <MenuItem icon={<Glyph item={item} />} onSelect={() => answer(item.id)}>
      {textIn(item.name, language)}
    </MenuItem>
  )
}

function Glyph({ item }: { readonly item: ServiceItem }) {
  return (
    <svg width="18" height="18" viewBox={`0 0 ${GLYPH_SIZE} ${GLYPH_SIZE}`} aria-hidden="true">
      <ShapeView shapes={glyphShapes(glyphOfItem(item))} />
    </svg>
  )
}
