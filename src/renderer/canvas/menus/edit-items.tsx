/** What can be done with a thing while drawing. Verbs are commands; here they are only chosen and ordered. */
import { useTranslation } from 'react-i18next'
import { connectionById, serviceById } from '../../../shared/scenario/lookup'
import { PALETTE } from '../../../shared/scenario/palette'
import type { Point } from '../../../shared/scenario/place'
import { textIn } from '../../../shared/scenario/text'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import { MenuItem, MenuSeparator, Submenu } from '../../ui/menu'
import { choose, RareChoices } from '../chrome/protocol-picker'
import { commitGesture, useModel } from '../model/board-model'
import { setOverlay } from '../model/overlay'
import { placeItem } from '../model/place'
import { COMMON_CHOICES, isChosen, keyOfChoice, reverseEdit } from '../model/protocol-change'
import { centreOf } from '../view/bounds'
import { CommandItem } from './command-item'

function CopyItems() {
  return (
    <>
      <CommandItem id="edit.cut" />
      <CommandItem id="edit.copy" />
      <CommandItem id="edit.duplicate" />
      <MenuSeparator />
      <CommandItem id="edit.delete" danger />
    </>
  )
}

export function ServiceItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas')
  const service = serviceById(useDocument.getState().scenario).get(id)
  if (!service) return null
  const isPinned = service.pinned === true
  const pinned = isPinned ? undefined : true
  return (
    <>
      <MenuItem onSelect={() => beginLine(id)}>{t('menu.connect')}</MenuItem>
      <CommandItem id="edit.rename" />
      <MenuItem
        checked={isPinned}
        hint={t('menu.pin.hint')}
        onSelect={() => commitGesture([{ edit: 'updateService', id, changes: { pinned } }])}
      >
        {t('menu.pin')}
      </MenuItem>
      <MenuSeparator />
      <CopyItems />
    </>
  )
}

/** The line hangs on the pointer until a click says where it leads. */
function beginLine(from: string): void {
  const bounds = useModel.getState().services.get(from)
  if (!bounds) return
  useBoard.getState().setTool('connect')
  setOverlay({ connecting: { from, to: centreOf(bounds), target: null } })
}

export function LineItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas')
  const connection = connectionById(useDocument.getState().scenario).get(id)
  if (!connection) return null
  return (
    <>
      <Submenu label={t('menu.protocol')}>
        {COMMON_CHOICES.map((choice) => (
          <MenuItem
            key={keyOfChoice(choice)}
            checked={isChosen(connection, choice)}
            onSelect={() => choose(id, choice)}
          >
            {t(`protocol.${keyOfChoice(choice)}`)}
          </MenuItem>
        ))}
        <RareChoices connection={connection} />
      </Submenu>
      <CommandItem id="edit.rename" />
      <MenuItem onSelect={() => commitGesture([reverseEdit(connection)])}>
        {t('protocols.reverse')}
      </MenuItem>
      <MenuSeparator />
      <CommandItem id="edit.delete" danger />
    </>
  )
}

export function ThingItems() {
  return (
    <>
      <CommandItem id="edit.rename" />
      <MenuSeparator />
      <CopyItems />
    </>
  )
}

const GROUPS = ['services', 'infrastructure', 'zones'] as const

export function BoardItems({ at }: { readonly at: Point }) {
  const { t } = useTranslation('canvas')
  const language = useSettings((settings) => settings.language)
  const isSnapping = useBoard((board) => board.snapToGrid)
  return (
    <>
      {GROUPS.map((group) => (
        <Submenu key={group} label={t(`menu.add.${group}`)}>
          {PALETTE.filter((item) => item.group === group).map((item) => (
            <MenuItem key={item.id} onSelect={() => placeItem(item.id, at)}>
              {textIn(item.name, language)}
            </MenuItem>
          ))}
        </Submenu>
      ))}
      <MenuSeparator />
      <CommandItem id="edit.paste" />
      <CommandItem id="edit.selectAll" />
      <MenuSeparator />
      <CommandItem id="layout.tidyUp" />
      <CommandItem id="view.grid" checked={isSnapping} />
      <CommandItem id="view.fitAll" />
    </>
  )
}
