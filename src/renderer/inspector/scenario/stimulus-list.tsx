/** What sets the run going: requests from outside, each with its key and its time. */
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { freshId } from '../../../shared/base/ids'
import { serviceById } from '../../../shared/scenario/lookup'
import type { Scenario, Stimulus } from '../../../shared/scenario/scenario'
import { useDocument } from '../../state/document'
import { IconButton } from '../../ui/button'
import { Section } from '../../ui/section'
import { withItem } from '../with-field'
import { StimulusBox } from './stimulus-box'

/** A line that a client sends on, or failing that the first one. */
function firstLine(scenario: Scenario): string | undefined {
  const services = serviceById(scenario)
  const fromClient = scenario.connections.find((line) => services.get(line.from)?.kind === 'client')
  return (fromClient ?? scenario.connections[0])?.id
}

export function StimulusList({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('inspector')
  const edit = useDocument((document) => document.edit)
  const stimuli = scenario.stimuli ?? []
  const set = (next: readonly Stimulus[], burst?: string) =>
    edit({ edit: 'setStimuli', stimuli: next }, burst)
  const line = firstLine(scenario)
  const add = () => {
    if (line === undefined) return
    // Keys are numbered from o1, as everywhere in the documents.
    const taken = new Set(stimuli.map((one) => one.key))
    const key = taken.has('o1') ? freshId('o', new Set([...taken, 'o'])) : 'o1'
    set([...stimuli, { connection: line, key, at: 0 }])
  }
  return (
    <Section
      title={t('stimuli')}
      actions={
        <IconButton label={t('stimuli.add')} disabled={line === undefined} onClick={add}>
          <Plus size={15} />
        </IconButton>
      }
    >
      {stimuli.length === 0 && (
        <p className="inspector-text">
          {t(line === undefined ? 'stimuli.noLine' : 'stimuli.none')}
        </p>
      )}
      {stimuli.map((stimulus, place) => (
        <StimulusBox
          // biome-ignore lint/suspicious/noArrayIndexKey: stimuli have no identity but their place
          key={place}
          scenario={scenario}
          stimulus={stimulus}
          onChange={(next, burst) => set(withItem(stimuli, place, next), burst)}
        />
      ))}
    </Section>
  )
}
