/** What a service does when something arrives: its own handlers, or those that follow from its lines. */
import { PencilLine, Plus, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { handlersOf } from '../../../shared/engine/infer'
import type { Handler } from '../../../shared/scenario/handler'
import { connectionsOf } from '../../../shared/scenario/lookup'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Service } from '../../../shared/scenario/service'
import { useDocument } from '../../state/document'
import { Button, IconButton } from '../../ui/button'
import { Section } from '../../ui/section'
import { actionScope } from '../actions/action-scope'
import { withItem } from '../with-field'
import { HandlerBox } from './handler-box'
import { possibleTriggers, triggerKey } from './triggers'

export function HandlerList({
  service,
  scenario,
}: {
  readonly service: Service
  readonly scenario: Scenario
}) {
  const { t } = useTranslation('inspector')
  const edit = useDocument((document) => document.edit)
  const { handlers } = service
  const shown = handlers ?? handlersOf(scenario, service)
  const { incoming } = connectionsOf(scenario, service.id)
  const scope = actionScope(scenario, service)
  const set = (next: readonly Handler[] | undefined, burst?: string) =>
    edit({ edit: 'setHandlers', service: service.id, handlers: next }, burst)
  const used = new Set(shown.map((handler) => triggerKey(handler.on)))
  const free = possibleTriggers(scenario, service.id).find((one) => !used.has(triggerKey(one)))
  if (handlers === undefined && shown.length === 0) return <NoHandlers service={service} />
  return (
    <Section
      title={t('handlers')}
      actions={
        handlers && (
          <span>
            <IconButton label={t('handlers.infer')} onClick={() => set(undefined)}>
              <Undo2 size={15} />
            </IconButton>
            <IconButton
              label={t(free ? 'handlers.add' : 'handlers.noneFree')}
              disabled={!free}
              onClick={() => free && set([...handlers, { on: free, do: [] }])}
            >
              <Plus size={15} />
            </IconButton>
          </span>
        )
      }
    >
      {!handlers && (
        <div className="inferred">
          <p className="inspector-text">{t('handlers.inferred')}</p>
          <Button
            small
            icon={<PencilLine size={14} />}
            onClick={() => set(shown.map((handler) => structuredClone(handler)))}
          >
            {t('handlers.own')}
          </Button>
        </div>
      )}
      {shown.map((handler, place) => (
        <HandlerBox
          // biome-ignore lint/suspicious/noArrayIndexKey: handlers have no identity but their place
          key={place}
          handler={handler}
          triggers={possibleTriggers(scenario, service.id)}
          lines={incoming}
          scope={scope}
          readOnly={!handlers}
          onChange={(next, burst) => set(withItem(shown, place, next), burst)}
        />
      ))}
    </Section>
  )
}

function NoHandlers({ service }: { readonly service: Service }) {
  const { t } = useTranslation('inspector')
  const passive =
    service.kind === 'database' || service.kind === 'broker' || service.kind === 'cache'
  const words = service.kind === 'client' ? 'client' : passive ? 'passive' : 'none'
  return (
    <Section title={t('handlers')}>
      <p className="inspector-text">{t(`handlers.${words}`)}</p>
    </Section>
  )
}
