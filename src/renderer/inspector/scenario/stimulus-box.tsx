/** One stimulus: on which line, for whom, when, how often, and how patient the sender is. */
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Scenario, Stimulus } from '../../../shared/scenario/scenario'
import { textIn } from '../../../shared/scenario/text'
import { useSettings } from '../../state/settings'
import { IconButton } from '../../ui/button'
import { FieldRow } from '../../ui/field-row'
import { NumberField } from '../../ui/number-field'
import { Select } from '../../ui/select'
import { Switch } from '../../ui/switch'
import { TextField } from '../../ui/text-field'
import { Expander } from '../expander'
import { withField } from '../with-field'
import { lineName } from './line-names'

const HEALTHY = ''

const NUMBERS = [
  { field: 'times', min: 1, max: 100, placeholder: '1', unit: false },
  { field: 'timeout', min: 0, max: 86_400_000, placeholder: '', unit: true },
  { field: 'retries', min: 0, max: 20, placeholder: '0', unit: false },
] as const

export function StimulusBox({
  scenario,
  stimulus,
  onChange,
}: {
  readonly scenario: Scenario
  readonly stimulus: Stimulus
  /** `undefined` removes it. */
  readonly onChange: (stimulus: Stimulus | undefined, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const set = <Field extends keyof Stimulus>(
    field: Field,
    value: Stimulus[Field] | undefined,
    burst?: string,
  ) => onChange(withField(stimulus, field, value), burst)
  const lines = scenario.connections.map((line) => ({
    value: line.id,
    label: lineName(scenario, line, language),
  }))
  const services = scenario.services.map(({ id, name }) => ({
    value: id,
    label: textIn(name, language),
  }))
  return (
    <div className="box">
      <div className="box-head">
        <Select
          label={t('stimulus.line')}
          value={stimulus.connection}
          options={lines}
          onChange={(line) => set('connection', line)}
        />
        <IconButton label={t('stimulus.remove')} onClick={() => onChange(undefined)}>
          <Trash2 size={15} />
        </IconButton>
      </div>
      <FieldRow label={t('stimulus.key')}>
        {(id) => (
          <TextField
            id={id}
            label={t('stimulus.key')}
            mono
            value={stimulus.key}
            accepts={(text) => text.trim() !== ''}
            onChange={(key, burst) => set('key', key, burst)}
          />
        )}
      </FieldRow>
      <FieldRow label={t('stimulus.at')}>
        {(id) => (
          <NumberField
            id={id}
            label={t('stimulus.at')}
            value={stimulus.at}
            min={0}
            max={86_400_000}
            unit={t('ms')}
            onChange={(at, burst) => at !== undefined && set('at', at, burst)}
          />
        )}
      </FieldRow>
      <Expander label={t('more')}>
        {NUMBERS.map(({ field, min, max, placeholder, unit }) => (
          <FieldRow key={field} label={t(`stimulus.${field}`)}>
            {(id) => (
              <NumberField
                id={id}
                label={t(`stimulus.${field}`)}
                value={stimulus[field]}
                min={min}
                max={max}
                placeholder={placeholder}
                unit={unit ? t('ms') : undefined}
                onChange={(value, burst) => set(field, value, burst)}
              />
            )}
          </FieldRow>
        ))}
        <Switch
          label={t('stimulus.idempotencyKey')}
          checked={stimulus.idempotencyKey === true}
          onChange={(on) => set('idempotencyKey', on || undefined)}
        />
        <FieldRow label={t('stimulus.body')} hint={t('stimulus.body.about')}>
          {(id) => (
            <TextField
              id={id}
              label={t('stimulus.body')}
              mono
              value={stimulus.body ?? ''}
              maxLength={200}
              onChange={(body, burst) => set('body', body === '' ? undefined : body, burst)}
            />
          )}
        </FieldRow>
        <FieldRow label={t('stimulus.poison')} hint={t('stimulus.poison.about')}>
          {(id) => (
            <Select
              id={id}
              label={t('stimulus.poison')}
              value={stimulus.poison ?? HEALTHY}
              options={[{ value: HEALTHY, label: t('stimulus.poison.none') }, ...services]}
              onChange={(poison) => set('poison', poison === HEALTHY ? undefined : poison)}
            />
          )}
        </FieldRow>
      </Expander>
    </div>
  )
}
