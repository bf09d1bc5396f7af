/** How an external answers each effect: a declined card is part of the scenario, not a fault. */
import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { freshId } from '../../../shared/base/ids'
import type { Changes } from '../../../shared/scenario/edits'
import type { Service } from '../../../shared/scenario/service'
import { IconButton } from '../../ui/button'
import { Section } from '../../ui/section'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'

type Outcome = NonNullable<Service['outcomes']>[string]
const OUTCOMES: readonly Outcome[] = ['ok', 'declined', 'error']

export function OutcomeList({
  service,
  update,
}: {
  readonly service: Service
  readonly update: (changes: Changes<Service>, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  const outcomes = Object.entries(service.outcomes ?? {})
  const set = (next: readonly (readonly [string, Outcome])[], burst?: string) =>
    update({ outcomes: next.length === 0 ? undefined : Object.fromEntries(next) }, burst)
  const names = new Set(outcomes.map(([name]) => name))
  return (
    <Section
      title={t('outcomes')}
      actions={
        <IconButton
          label={t('outcomes.add')}
          onClick={() => set([...outcomes, [freshId('charge', names), 'declined']])}
        >
          <Plus size={15} />
        </IconButton>
      }
    >
      {outcomes.length === 0 && <p className="inspector-text">{t('outcomes.none')}</p>}
      {outcomes.map(([name, outcome], place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being typed
        <div className="outcome" key={place}>
          <TextField
            label={t('outcomes.effect')}
            mono
            value={name}
            accepts={(text) => text.trim() !== '' && (text === name || !names.has(text))}
            onChange={(text, burst) => set(outcomes.with(place, [text, outcome]), burst)}
          />
          <Select<Outcome>
            label={t('outcomes.outcome')}
            value={outcome}
            options={OUTCOMES.map((one) => ({ value: one, label: t(`outcomes.${one}`) }))}
            onChange={(next) => set(outcomes.with(place, [name, next]))}
          />
          <IconButton
            label={t('outcomes.remove')}
            onClick={() => set(outcomes.toSpliced(place, 1))}
          >
            <Trash2 size={15} />
          </IconButton>
        </div>
      ))}
    </Section>
  )
}
