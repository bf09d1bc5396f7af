/** What else could happen to the thing selected, faults first: one click and the run goes on that way. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionId, ServiceId } from '../../../shared/base/ids'
import { type ChoiceInfo, happensOn } from '../../../shared/engine/choices'
import { walkElsewhere } from '../../commands/walk'
import { useChoiceSentence } from '../../state/choice-sentence'
import { choicesNow, useRun } from '../../state/run'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'

const SHOWN_MAX = 24

export function ChoiceButtons({
  service,
  connection,
}: {
  readonly service: ServiceId | undefined
  readonly connection: ConnectionId | undefined
}) {
  const { t } = useTranslation('inspector')
  const position = useRun((run) => run.position)
  const trace = useRun((run) => run.trace)
  const sentenceOf = useChoiceSentence()
  // biome-ignore lint/correctness/useExhaustiveDependencies: choicesNow reads the trace from the store
  const concerned = useMemo(() => {
    const isConcerned = (choice: ChoiceInfo) =>
      (service !== undefined && choice.service === service) ||
      (connection !== undefined && happensOn(choice, connection))
    return choicesNow().filter(isConcerned).slice(0, SHOWN_MAX)
  }, [trace, position, service, connection])
  const groups = [
    { title: t('run.break'), choices: concerned.filter((choice) => choice.fault) },
    { title: t('run.otherwise'), choices: concerned.filter((choice) => !choice.fault) },
  ]
  return groups.map(
    ({ title, choices }) =>
      choices.length > 0 && (
        <Section key={title} title={title}>
          <div className="inspector-buttons">
            {choices.map((choice) => (
              <Button
                key={choice.choice}
                tone={choice.fault ? 'danger' : 'plain'}
                className="choice-button"
                onClick={() => walkElsewhere(choice)}
              >
                {sentenceOf(choice)}
              </Button>
            ))}
          </div>
        </Section>
      ),
  )
}
