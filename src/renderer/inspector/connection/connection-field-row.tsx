/** One field of a line, by its name. Its label is `line.FIELD`. */
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../shared/scenario/connection'
import type { Changes } from '../../../shared/scenario/edits'
import { FieldRow } from '../../ui/field-row'
import { NumberField } from '../../ui/number-field'
import { Select } from '../../ui/select'
import { Switch } from '../../ui/switch'
import { TextField } from '../../ui/text-field'
import { DurationField } from '../duration-field'
import { WordsField } from '../words-field'
import type { ConnectionField } from './connection-fields'
import { ExchangeFields } from './exchange-fields'

interface RowProps<Field extends ConnectionField = ConnectionField> {
  readonly field: Field
  readonly connection: Connection
  readonly update: (changes: Changes<Connection>, burst?: string) => void
}

type NumberName =
  | 'partitions'
  | 'maxDeliveries'
  | 'timeout'
  | 'connectTimeout'
  | 'retries'
  | 'prefetch'
  | 'ttl'
  | 'order'

/** `usual`: what holds when nothing is set, shown faintly. */
const NUMBERS: Readonly<
  Record<NumberName, { readonly min: number; readonly max: number; readonly usual?: string }>
> = {
  partitions: { min: 1, max: 64, usual: '1' },
  maxDeliveries: { min: 1, max: 100, usual: '5' },
  timeout: { min: 0, max: 86_400_000 },
  connectTimeout: { min: 0, max: 86_400_000 },
  retries: { min: 0, max: 20, usual: '0' },
  prefetch: { min: 0, max: 1_000 },
  ttl: { min: 0, max: 86_400_000 },
  order: { min: 1, max: 1_000 },
}

export function ConnectionFieldRow({ field, connection, update }: RowProps) {
  const { t } = useTranslation('inspector')
  switch (field) {
    case 'label':
      return (
        <WordsField
          label={t('line.label')}
          value={connection.label}
          optional
          onChange={(label, burst) => update({ label }, burst)}
        />
      )
    case 'operation':
    case 'event':
    case 'queue':
    case 'group':
    case 'routingKey':
    case 'binding':
    case 'deadLetterExchange':
      return <WordRow field={field} connection={connection} update={update} />
    case 'flavor':
    case 'ack':
      return <ChoiceRow field={field} connection={connection} update={update} />
    case 'partitions':
    case 'maxDeliveries':
    case 'timeout':
    case 'connectTimeout':
    case 'retries':
    case 'prefetch':
    case 'ttl':
    case 'order':
      return <NumberRow field={field} connection={connection} update={update} />
    case 'backoff':
    case 'latency':
      return (
        <DurationField
          label={t(`line.${field}`)}
          value={connection[field]}
          onChange={(value, burst) => update({ [field]: value }, burst)}
        />
      )
    case 'idempotencyKey':
    case 'mandatory':
      return (
        <Switch
          label={t(`line.${field}`)}
          hint={t(`line.${field}.about`)}
          checked={connection[field] === true}
          onChange={(on) => update({ [field]: on || undefined })}
        />
      )
    case 'idempotence':
      return (
        <Switch
          label={t('line.idempotence')}
          hint={t('line.idempotence.about')}
          checked={connection.idempotence !== false}
          onChange={(on) => update({ idempotence: on ? undefined : false })}
        />
      )
    case 'tls':
      return <TlsRow field={field} connection={connection} update={update} />
    case 'exchange':
      return <ExchangeFields exchange={connection.exchange} update={update} />
  }
}

type WordName =
  | 'operation'
  | 'event'
  | 'queue'
  | 'group'
  | 'routingKey'
  | 'binding'
  | 'deadLetterExchange'

function WordRow({ field, connection, update }: RowProps<WordName>) {
  const { t } = useTranslation('inspector')
  return (
    <FieldRow label={t(`line.${field}`)}>
      {(id) => (
        <TextField
          id={id}
          label={t(`line.${field}`)}
          mono
          value={connection[field] ?? ''}
          maxLength={200}
          placeholder={field === 'operation' ? t(`line.operation.${connection.protocol}`, '') : ''}
          onChange={(text, burst) => update({ [field]: text || undefined }, burst)}
        />
      )}
    </FieldRow>
  )
}

const TLS_CHOICES = ['unsaid', 'none', '1.2', '1.3'] as const

function TlsRow({ field, connection, update }: RowProps<'tls'>) {
  const { t } = useTranslation('inspector')
  return (
    <FieldRow label={t('line.tls')}>
      {(id) => (
        <Select
          id={id}
          label={t('line.tls')}
          value={connection[field] ?? 'unsaid'}
          options={TLS_CHOICES.map((value) => ({ value, label: t(`line.tls.${value}`) }))}
          onChange={(value) => update({ tls: value === 'unsaid' ? undefined : value })}
        />
      )}
    </FieldRow>
  )
}

function NumberRow({ field, connection, update }: RowProps<NumberName>) {
  const { t } = useTranslation('inspector')
  const { min, max, usual } = NUMBERS[field]
  return (
    <FieldRow label={t(`line.${field}`)}>
      {(id) => (
        <NumberField
          id={id}
          label={t(`line.${field}`)}
          value={connection[field]}
          min={min}
          max={max}
          placeholder={usual}
          unit={
            field === 'timeout' || field === 'connectTimeout' || field === 'ttl'
              ? t('ms')
              : undefined
          }
          onChange={(value, burst) => update({ [field]: value }, burst)}
        />
      )}
    </FieldRow>
  )
}

const CHOICES = {
  flavor: ['rabbitmq', 'kafka'],
  ack: ['after', 'before'],
} as const

function ChoiceRow({ field, connection, update }: RowProps<'flavor' | 'ack'>) {
  const { t } = useTranslation('inspector')
  const choices: readonly string[] = CHOICES[field]
  const [usual = ''] = choices
  return (
    <FieldRow label={t(`line.${field}`)}>
      {(id) => (
        <Select
          id={id}
          label={t(`line.${field}`)}
          value={connection[field] ?? usual}
          options={choices.map((choice) => ({
            value: choice,
            label: t(`line.${field}.${choice}`),
            hint: t(`line.${field}.${choice}.about`),
          }))}
          onChange={(choice) => update({ [field]: choice })}
        />
      )}
    </FieldRow>
  )
}
