/** What can be done with a thing while drawing. Verbs are commands; here they are only chosen and ordered. */
import { useTranslation } from 'react-i18next'
import { connectionById, serviceById } from '../../../shared/scenario/lookup'
import { PALETTE } from '../../../shared/scenario/palette'
import type { Point } from '../../../shared/scenario/place'
import { reverseEdit } from '../../../shared/scenario/protocol-change'
import { textIn } from '../../../shared/scenario/text'
import { verbOf } from '../../commands/commands'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import { MenuItem, MenuSeparator, Submenu } from '../../ui/menu'
import { VerbItem } from '../../ui/verb-item'
import { choose, RareChoices } from '../chrome/protocol-picker'
import { commitGesture, useModel } from '../model/board-model'
import { setOverlay } from '../model/overlay'
import { placeItem } from '../model/place'
import { COMMON_CHOICES, isChosen, keyOfChoice } from '../model/protocol-choices'
import { centreOf } from '../view/bounds'
import { TintItems } from './tint-items'

function CopyItems() {
  return (
    <>
      <VerbItem verb={verbOf('edit.cut')} />
      <VerbItem verb={verbOf('edit.copy')} />
      <VerbItem verb={verbOf('edit.copyPicture')} />
      <VerbItem verb={verbOf('edit.duplicate')} />
      <VerbItem verb={verbOf('edit.lock')} />
      <MenuSeparator />
      <VerbItem verb={verbOf('edit.delete')} danger />
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
      <VerbItem verb={verbOf('edit.rename')} />
      <MenuItem
        checked={isPinned}
        hint={t('menu.pin.hint')}
        onSelect={() => commitGesture([{ edit: 'updateService', id, changes: { pinned } }])}
      >
        {t('menu.pin')}
      </MenuItem>
      <VerbItem verb={verbOf('edit.group')} />
      <TintItems id={id} />
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
      <VerbItem verb={verbOf('edit.rename')} />
      <MenuItem onSelect={() => commitGesture([reverseEdit(connection)])}>
        {t('protocols.reverse')}
      </MenuItem>
      <MenuSeparator />
      <VerbItem verb={verbOf('edit.delete')} danger />
    </>
  )
}

export function ThingItems() {
  return (
    <>
      <VerbItem verb={verbOf('edit.toFront')} />
      <VerbItem verb={verbOf('edit.toBack')} />
      <VerbItem verb={verbOf('edit.rename')} />
      <VerbItem verb={verbOf('edit.group')} />
      <VerbItem verb={verbOf('edit.ungroup')} />
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
  const isInLine = useBoard((board) => board.snapToObjects)
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
      <VerbItem verb={verbOf('edit.paste')} />
      <VerbItem verb={verbOf('edit.selectAll')} />
      <MenuSeparator />
      <VerbItem verb={verbOf('layout.tidyUp')} />
      <VerbItem verb={verbOf('view.grid')} checked={isSnapping} />
      <VerbItem verb={verbOf('view.objectSnap')} checked={isInLine} />
      <VerbItem verb={verbOf('view.zoom100')} />
      <VerbItem verb={verbOf('view.fitAll')} />
      <MenuSeparator />
      <VerbItem verb={verbOf('view.find')} />
      <VerbItem verb={verbOf('file.export')} />
    </>
  )
}
