/** The protocols for the one selected line, beside it: a line in small for each, since lines tell them apart. */
import { ArrowLeftRight, Ellipsis } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import type { Connection } from '../../../shared/scenario/connection'
import { connectionById } from '../../../shared/scenario/lookup'
import {
  type ProtocolChoice,
  protocolEdit,
  reverseEdit,
} from '../../../shared/scenario/protocol-change'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { useSelection } from '../../state/selection'
import { IconButton } from '../../ui/button'
import { Menu, MenuItem } from '../../ui/menu'
import { commitGesture, useModel } from '../model/board-model'
import { setOverlay, useOverlay } from '../model/overlay'
import { COMMON_CHOICES, isChosen, keyOfChoice, RARE_CHOICES } from '../model/protocol-choices'
import { useView } from '../view/view-store'
import { LineSample } from './line-sample'
import { pickerPlace } from './picker-place'

export const ProtocolPicker = memo(function ProtocolPicker() {
  const id = useSelection(({ ids }) => (ids.size === 1 ? ([...ids][0] ?? null) : null))
  const connection = useDocument(({ scenario }) =>
    id === null ? undefined : connectionById(scenario).get(id),
  )
  const line = useModel(({ lines }) => (id === null ? undefined : lines.get(id)))
  const isNaming = useBoard((board) => board.naming !== null)
  const isBusy = useOverlay(
    ({ marquee, connecting, menu, dragging }) =>
      marquee !== null || connecting !== null || menu !== null || dragging !== 'none',
  )
  if (!connection || !line || isNaming || isBusy) return null
  return <Picker key={connection.id} connection={connection} line={line} />
})

function Picker({
  connection,
  line,
}: {
  readonly connection: Connection
  readonly line: LineDrawing
}) {
  const { t } = useTranslation('canvas')
  const view = useView((state) => state.view)
  const size = useView((state) => state.size)
  const popup = useRef<HTMLDivElement>(null)
  useFocusWhenNew(popup, connection.id)
  const place = pickerPlace(line, useModel.getState().services.values(), view, size)
  if (!place) return null
  return (
    <div
      ref={popup}
      className="protocol-picker"
      style={place}
      role="toolbar"
      aria-label={t('protocols.label')}
      onKeyDown={moveInside}
      data-board-chrome
    >
      <div className="protocol-choices">
        {COMMON_CHOICES.map((choice) => (
          <Choice key={keyOfChoice(choice)} choice={choice} connection={connection} />
        ))}
      </div>
      <div className="protocol-more">
        <IconButton
          label={t('protocols.reverse')}
          onClick={() => commitGesture([reverseEdit(connection)])}
        >
          <ArrowLeftRight size={14} />
        </IconButton>
        <Menu
          trigger={
            <IconButton label={t('protocols.more')}>
              <Ellipsis size={14} />
            </IconButton>
          }
        >
          <RareChoices connection={connection} />
        </Menu>
      </div>
    </div>
  )
}

export function RareChoices({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation('canvas')
  return RARE_CHOICES.map((choice) => (
    <MenuItem
      key={choice.protocol}
      checked={isChosen(connection, choice)}
      onSelect={() => choose(connection.id, choice)}
    >
      {t(`protocol.${keyOfChoice(choice)}`)}
    </MenuItem>
  ))
}

function Choice({
  choice,
  connection,
}: {
  readonly choice: ProtocolChoice
  readonly connection: Connection
}) {
  const { t } = useTranslation('canvas')
  const isOn = isChosen(connection, choice)
  return (
    <button
      type="button"
      className="protocol-choice"
      aria-pressed={isOn}
      tabIndex={isOn ? 0 : -1}
      onClick={() => choose(connection.id, choice)}
    >
      <LineSample protocol={choice.protocol} />
      <span>{t(`protocol.${keyOfChoice(choice)}`)}</span>
    </button>
  )
}

export function choose(id: string, choice: ProtocolChoice): void {
  const edit = protocolEdit(useDocument.getState().scenario, id, choice)
  if (edit) commitGesture([edit])
}

const AFTER_MENU_MS = 60

/** After connecting, the arrow keys choose the protocol at once. */
function useFocusWhenNew(popup: { readonly current: HTMLElement | null }, id: string): void {
  useEffect(() => {
    if (useOverlay.getState().justConnected !== id) return
    // A menu from which the service was chosen gives the focus back after it has closed.
    const wait = setTimeout(() => {
      setOverlay({ justConnected: null })
      popup.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
    }, AFTER_MENU_MS)
    return () => clearTimeout(wait)
  }, [popup, id])
}

const COLUMNS = 4

function moveInside(event: KeyboardEvent<HTMLElement>): void {
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }
  const by = steps[event.key as keyof typeof steps]
  if (by === undefined) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const at = buttons.findIndex((button) => button.matches(':focus'))
  buttons[Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus()
}
