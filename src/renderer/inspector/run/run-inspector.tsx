/** In a run: the step that just happened and what it changed; of what is selected, how it stands now. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { connectionById, serviceById } from '../../../shared/scenario/lookup'
import { textIn } from '../../../shared/scenario/text'
import { useDocument } from '../../state/document'
import { momentBefore } from '../../state/moment-before'
import { momentAt, useRun } from '../../state/run'
import { useSelection } from '../../state/selection'
import { useSettings } from '../../state/settings'
import { useStepSentence } from '../../state/step-sentence'
import { Section } from '../../ui/section'
import { InspectorHead } from '../inspector-head'
import { lineName } from '../scenario/line-names'
import { ChangeList } from './change-list'
import { ChoiceButtons } from './choice-buttons'
import { ServiceNow } from './service-now'
import { stepChanges } from './step-changes'
import './run-inspector.css'

/** The one thing selected, if it is a service or a line. */
function useSubject() {
  const scenario = useDocument((document) => document.scenario)
  const ids = useSelection((selection) => selection.ids)
  const [id] = ids
  if (id === undefined || ids.size > 1) return undefined
  const service = serviceById(scenario).get(id)
  if (service) return { service }
  const connection = connectionById(scenario).get(id)
  return connection && { connection }
}

function useHead(subject: ReturnType<typeof useSubject>): { title: string; kind: string } {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const scenario = useDocument((document) => document.scenario)
  const position = useRun((run) => run.position)
  const count = useRun((run) => run.steps.length)
  const where = position === 0 ? t('run.atStart') : t('run.step', { position, count })
  if (subject && 'service' in subject) {
    const { name, kind } = subject.service
    return { title: textIn(name, language), kind: `${t(`kind.${kind}`)} · ${where}` }
  }
  if (subject) {
    const { protocol } = subject.connection
    return {
      title: lineName(scenario, subject.connection, language),
      kind: `${t(`protocol.${protocol}`)} · ${where}`,
    }
  }
  return { title: textIn(scenario.title, language), kind: where }
}

export function RunInspector() {
  const { t } = useTranslation('inspector')
  const subject = useSubject()
  const head = useHead(subject)
  const sentenceOf = useStepSentence()
  const status = useRun((run) => run.status)
  const position = useRun((run) => run.position)
  const step = useRun((run) => run.steps[run.position - 1])
  // A trace is another value after a branch is taken, though the position may be the same.
  const trace = useRun((run) => run.trace)
  // biome-ignore lint/correctness/useExhaustiveDependencies: momentAt reads the trace from the store
  const now = useMemo(() => momentAt(position), [trace, position])
  // biome-ignore lint/correctness/useExhaustiveDependencies: both moments are read from the store's trace
  const changes = useMemo(() => {
    const before = momentBefore(position)
    const after = momentAt(position)
    return before && after ? stepChanges(before, after) : []
  }, [trace, position])
  return (
    <>
      <InspectorHead title={head.title} kind={head.kind} />
      {status !== 'ready' && <p className="inspector-text">{t('run.none')}</p>}
      {step && (
        <Section title={t('run.happened')}>
          <p className="run-sentence">{sentenceOf(step)}</p>
        </Section>
      )}
      {position > 0 && (
        <Section title={t('run.changed')}>
          <ChangeList changes={changes} />
        </Section>
      )}
      {now && subject && 'service' in subject && (
        <ServiceNow service={subject.service} moment={now} />
      )}
      {subject ? (
        <ChoiceButtons
          service={'service' in subject ? subject.service.id : undefined}
          connection={'connection' in subject ? subject.connection.id : undefined}
        />
      ) : (
        status === 'ready' && <p className="inspector-text">{t('run.select')}</p>
      )}
    </>
  )
}
