/** The scenario as a whole: what it is called, what sets it going, what it promises, what is to be broken. */
import { useTranslation } from 'react-i18next'
import type { Scenario } from '../../../shared/scenario/scenario'
import { textIn } from '../../../shared/scenario/text'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import { InspectorHead } from '../inspector-head'
import { WordsField } from '../words-field'
import { FaultList } from './fault-list'
import { InvariantList } from './invariant-list'
import { StimulusList } from './stimulus-list'

export function ScenarioInspector({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const edit = useDocument((document) => document.edit)
  const { services, connections } = scenario
  const kind = `${t('many.services', { count: services.length })}, ${t('many.connections', {
    count: connections.length,
  })}`
  return (
    <>
      <InspectorHead title={textIn(scenario.title, language)} kind={kind} />
      <div className="inspector-fields">
        <WordsField
          label={t('title')}
          value={scenario.title}
          wide
          onChange={(title, burst) => title && edit({ edit: 'setTitle', title }, burst)}
        />
        <WordsField
          label={t('summary')}
          value={scenario.summary}
          rows={3}
          wide
          optional
          onChange={(summary, burst) => edit({ edit: 'setSummary', summary }, burst)}
        />
      </div>
      <StimulusList scenario={scenario} />
      <InvariantList invariants={scenario.invariants ?? []} />
      <FaultList scenario={scenario} />
    </>
  )
}
