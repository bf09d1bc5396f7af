/** What waits in each queue: ready, delivered and not yet acknowledged, given up. */
import { useTranslation } from 'react-i18next'
import type { QueuedMessage, QueueMoment } from '../../shared/engine/moment'
import { useSelection } from '../state/selection'
import { cell } from './state-cells'
import { StateBlock, StateLine, type StateProps, StateValue } from './state-part'

/** More messages than this are counted, not listed. */
const LISTED_MAX = 6

export function StateQueues({ moment, changed }: StateProps) {
  const { t } = useTranslation('run')
  if (moment.queues.length === 0) return null
  return (
    <StateBlock title={t('state.queues')} wide empty={false}>
      {moment.queues.map((queue) => (
        <StateLine key={`${queue.name} ${queue.consumer}`} name={<QueueName queue={queue} />}>
          <QueuePart queue={queue} part="ready" changed={changed} />
          <QueuePart queue={queue} part="unacked" changed={changed} />
          {(queue.dead.length > 0 ||
            changed.has(cell('queue', queue.name, queue.consumer, 'dead'))) && (
            <QueuePart queue={queue} part="dead" changed={changed} />
          )}
        </StateLine>
      ))}
    </StateBlock>
  )
}

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
  readonly part: 'ready' | 'unacked' | 'dead'
  readonly changed: ReadonlySet<string>
}) {
  const { t } = useTranslation('run')
  const messages = queue[part]
  const tone = part === 'dead' ? 'bad' : messages.length === 0 ? 'quiet' : 'plain'
  return (
    <StateValue
      label={t(`state.${part}`)}
      tone={tone}
      changed={changed.has(cell('queue', queue.name, queue.consumer, part))}
    >
      {messages.length === 0 ? '0' : listed(messages)}
    </StateValue>
  )
}

function listed(messages: readonly QueuedMessage[]): string {
  const words = messages
    .slice(0, LISTED_MAX)
    .map(({ order, deliveries }) => (deliveries > 1 ? `${order} (${deliveries}×)` : order))
  const more = messages.length - words.length
  return more > 0 ? `${words.join(', ')} +${more}` : words.join(', ')
}
