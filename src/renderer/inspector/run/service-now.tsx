/** How a service stands at this moment: up or down, what it is doing, what waits for it. */
import { useTranslation } from 'react-i18next'
import type { Moment, QueueMoment, RunningHandler } from '../../../shared/engine/moment'
import type { Service } from '../../../shared/scenario/service'
import { Section } from '../../ui/section'

export function ServiceNow({
  service,
  moment,
}: {
  readonly service: Service
  readonly moment: Moment
}) {
  const { t } = useTranslation('inspector')
  const now = moment.services[service.id]
  const queues = moment.queues.filter((queue) => queue.consumer === service.id)
  if (!now) return null
  const facts: readonly (readonly [string, string])[] = [
    [t('now.state'), t(now.up ? 'now.up' : 'now.down')],
    ...(now.crashes > 0 ? [[t('now.crashes'), String(now.crashes)] as const] : []),
    ...(now.inbox.length > 0 ? [[t('now.inbox'), now.inbox.join(', ')] as const] : []),
    ...(now.outbox.length > 0 ? [[t('now.outbox'), now.outbox.join(', ')] as const] : []),
    ...queues.map((queue) => [queue.name, queueWords(queue, t)] as const),
  ]
  return (
    <Section title={t('now')}>
      <dl className="changes">
        {facts.map(([what, value]) => [
          <dt key={`${what} what`}>{what}</dt>,
          <dd
            key={`${what} how`}
            className={what === t('now.state') && !now.up ? 'change-bad' : ''}
          >
            {value}
          </dd>,
        ])}
      </dl>
      {now.running.map((handler) => (
        <Running key={`${handler.order} ${handler.trigger} ${handler.at}`} handler={handler} />
      ))}
    </Section>
  )
}

/** Only what there is: `1 ready, 1 unacked`. */
function queueWords(
  { ready, unacked, dead }: QueueMoment,
  t: (key: string, values: Record<string, number>) => string,
): string {
  const parts = Object.entries({ ready, unacked, dead })
    .filter(([, messages]) => messages.length > 0)
    .map(([part, messages]) => t(`now.queue.${part}`, { count: messages.length }))
  return parts.length > 0 ? parts.join(', ') : t('now.queue.empty', {})
}

function Running({ handler }: { readonly handler: RunningHandler }) {
  const { t } = useTranslation('inspector')
  const { trigger, order, at, of, waiting, attempt } = handler
  return (
    <div className="running">
      {t('now.running', { trigger, order })}
      <small>
        {t('now.action', { at: Math.min(at + 1, of), of })} · {t(`now.waiting.${waiting}`)}
        {attempt > 1 && ` · ${t('now.attempt', { attempt })}`}
      </small>
    </div>
  )
}
