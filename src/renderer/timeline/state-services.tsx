/** What each service is doing and remembers: handlers under way, outbox, inbox, crashes. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunningHandler, ServiceMoment } from '../../shared/engine/moment'
import { textIn } from '../../shared/scenario/text'
import { useDocument } from '../state/document'
import { useSelection } from '../state/selection'
import { useSettings } from '../state/settings'
import { isBusy } from './state-cells'
import {
  isSameLine,
  StateBlock,
  StateLine,
  type StateProps,
  StateValue,
  textOf,
} from './state-part'

export function StateServices({ moment, changed }: StateProps) {
  const { t } = useTranslation('run')
  const services = useDocument((document) => document.scenario.services)
  const language = useSettings((settings) => settings.language)
  const parts = changedServices(changed)
  const shown = services.flatMap(({ id, name }) => {
    const now = moment.services[id]
    return now && (parts.has(id) || isBusy(now)) ? [{ id, name: textIn(name, language), now }] : []
  })
  return (
    <StateBlock
      title={t('state.services')}
      wide
      lines={shown.length}
      empty={shown.length === 0 && t('state.noneBusy')}
    >
      {shown.map(({ id, name, now }) => (
        <ServiceLine
          key={id}
          id={id}
          name={name}
          now={now}
          text={`${name} ${textOf(now)}`}
          changed={parts.get(id) ?? ''}
        />
      ))}
    </StateBlock>
  )
}

const PART = /^(up|running|outbox|inbox)\/(.*)$/

/** Of each service that the last step changed, what of it. */
function changedServices(changed: ReadonlySet<string>): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const name of changed) {
    const [, part, id] = PART.exec(name) ?? []
    if (part && id) parts.set(id, `${parts.get(id) ?? ''} ${part}`)
  }
  return parts
}

interface ServiceLineProps {
  readonly id: string
  readonly name: string
  readonly now: ServiceMoment
  readonly text: string
  readonly changed: string
}

const ServiceLine = memo(function ServiceLine({ id, name, now, changed }: ServiceLineProps) {
  return (
    <StateLine
      name={
        <button
          type="button"
          className="state-link"
          title={name}
          onClick={() => useSelection.getState().select([id])}
        >
          {name}
        </button>
      }
    >
      <Service now={now} changed={changed} />
    </StateLine>
  )
}, isSameLine)

function Service({ now, changed }: { readonly now: ServiceMoment; readonly changed: string }) {
  const { t } = useTranslation('run')
  const has = (part: string) => changed.split(' ').includes(part)
  return (
    <>
      {(!now.up || now.crashes > 0) && (
        <StateValue tone={now.up ? 'plain' : 'bad'} changed={has('up')}>
          {now.up ? t('state.crashed', { count: now.crashes }) : t('state.down')}
        </StateValue>
      )}
      {now.running.map((handler) => (
        <Handler
          key={`${handler.order} ${handler.trigger} ${handler.attempt}`}
          handler={handler}
          changed={has('running')}
        />
      ))}
      {now.running.length === 0 && has('running') && (
        <StateValue tone="quiet" changed>
          {t('state.idle')}
        </StateValue>
      )}
      {(now.outbox.length > 0 || has('outbox')) && (
        <StateValue label={t('state.outbox')} changed={has('outbox')}>
          {now.outbox.join(', ') || '0'}
        </StateValue>
      )}
      {(now.inbox.length > 0 || has('inbox')) && (
        <StateValue label={t('state.inbox')} changed={has('inbox')}>
          {now.inbox.join(', ') || '0'}
        </StateValue>
      )}
    </>
  )
}

function Handler({
  handler,
  changed,
}: {
  readonly handler: RunningHandler
  readonly changed: boolean
}) {
  const { t } = useTranslation('run')
  const { trigger, order, at, of, waiting, attempt } = handler
  return (
    <StateValue label={`${trigger} ${order}`} changed={changed}>
      {t('state.action', { at: Math.min(at + 1, of), of })}
      {waiting !== 'running' && `, ${t(`state.waiting.${waiting}`)}`}
      {attempt > 1 && `, ${t('state.attempt', { attempt })}`}
    </StateValue>
  )
}
