/** A service: what it is, how much of it there is, and what it does when something arrives. */
import { useTranslation } from 'react-i18next'
import type { Changes } from '../../../shared/scenario/edits'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Service } from '../../../shared/scenario/service'
import { textIn } from '../../../shared/scenario/text'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import { FieldRow } from '../../ui/field-row'
import { TextField } from '../../ui/text-field'
import { InspectorHead } from '../inspector-head'
import { WordsField } from '../words-field'
import { HandlerList } from './handler-list'
import { OutcomeList } from './outcome-list'
import { ServiceFields } from './service-fields'

export function ServiceInspector({
  service,
  scenario,
}: {
  readonly service: Service
  readonly scenario: Scenario
}) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const edit = useDocument((document) => document.edit)
  const update = (changes: Changes<Service>, burst?: string) =>
    edit({ edit: 'updateService', id: service.id, changes }, burst)
  return (
    <>
      <InspectorHead title={textIn(service.name, language)} kind={t(`kind.${service.kind}`)} />
      <div className="inspector-fields">
        <WordsField
          label={t('name')}
          value={service.name}
          onChange={(name, burst) => update({ name }, burst)}
        />
        <ServiceFields service={service} update={update} />
      </div>
      {service.kind === 'external' && <OutcomeList service={service} update={update} />}
      <HandlerList service={service} scenario={scenario} />
      <FieldRow label={t('note')} wide>
        {(id) => (
          <TextField
            id={id}
            label={t('note')}
            rows={2}
            value={service.note ?? ''}
            maxLength={10_000}
            onChange={(note, burst) => update({ note: note || undefined }, burst)}
          />
        )}
      </FieldRow>
    </>
  )
}
