/** What waits in each queue: ready, delivered and not yet acknowledged, given up. */
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueuedMessage, QueueMoment } from '../../shared/engine/moment'
import { setAskedMenu } from '../state/asked-menu'
import { useSelection } from '../state/selection'
import { askedAt } from '../ui/asked-at'
import { cell } from './state-cells'
import {
  isSameLine,
  StateBlock,
  StateLine,
  type StateProps,
  StateValue,
  textOf,
} from './state-part'

/** More messages than this are counted, not listed. */
const LISTED_MAX = 6

export function StateQueues({ moment, changed }: StateProps) {
  const { t } = useTranslation('run')
  if (moment.queues.length === 0) return null
  return (
    <StateBlock title={t('state.queues')} wide lines={moment.queues.length} empty={false}>
      {moment.queues.map((queue) => (
        <QueueLine
          key={`${queue.name} ${queue.consumer}`}
          queue={queue}
          text={textOf(queue)}
          changed={changed.size === 0 ? '' : changedParts(queue, changed)}
        />
      ))}
    </StateBlock>
  )
}

const PARTS = ['ready', 'unacked', 'dead'] as const

function changedParts({ name, consumer }: QueueMoment, changed: ReadonlySet<string>): string {
  return PARTS.filter((part) => changed.has(cell('queue', name, consumer, part))).join(' ')
}

const QueueLine = memo(function QueueLine({
  queue,
  changed,
}: {
  readonly queue: QueueMoment
  readonly text: string
  readonly changed: string
}) {
  const isShown = (part: (typeof PARTS)[number]) =>
    part !== 'dead' || queue.dead.length > 0 || changed.includes(part)
  return (
    <StateLine name={<QueueName queue={queue} />}>
      {PARTS.filter(isShown).map((part) => (
        <QueuePart key={part} queue={queue} part={part} changed={changed.includes(part)} />
      ))}
    </StateLine>
  )
}, isSameLine)

function QueueName({ queue }: { readonly queue: QueueMoment }) {
  return (
    <button
      type="button"
      className="state-link mono"
      title={queue.name}
      onClick={() => useSelection.getState().select([queue.connection])}
    >
      {queue.name}
    </button>
  )
}

function QueuePart({
  queue,
  part,
  changed,
}: {
  readonly queue: QueueMoment
  readonly part: (typeof PARTS)[number]
  readonly changed: boolean
}) {
  const { t } = useTranslation('run')
  const messages = queue[part]
  const tone = part === 'dead' ? 'bad' : messages.length === 0 ? 'quiet' : 'plain'
  return (
    <StateValue label={t(`state.${part}`)} tone={tone} changed={changed}>
      {messages.length === 0 ? '0' : <Messages messages={messages} />}
    </StateValue>
  )
}

function Messages({ messages }: { readonly messages: readonly QueuedMessage[] }) {
  const more = messages.length - LISTED_MAX
  return (
    <>
      {messages.slice(0, LISTED_MAX).map((message, place) => (
        <span key={message.id}>
          {place > 0 && ', '}
          <MessageButton message={message} />
        </span>
      ))}
      {more > 0 && ` +${more}`}
    </>
  )
}

/** A message at rest has no dot on the board: its menu opens here, by a click of either button or by key. */
function MessageButton({ message }: { readonly message: QueuedMessage }) {
  const { t } = useTranslation('run')
  const { id, order, event, deliveries } = message
  const label = t('message.menu', { message: event, order })
  const ask = (click: MouseEvent) => {
    click.preventDefault()
    setAskedMenu({ about: id, label, at: askedAt(click) })
  }
  return (
    <button
      type="button"
      className="state-link mono"
      title={label}
      aria-haspopup="menu"
      onClick={ask}
      onContextMenu={ask}
    >
      {deliveries > 1 ? `${order} (${deliveries}×)` : order}
    </button>
  )
}
