/** AMQP's exchange: its name and how it routes. */
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../shared/scenario/connection'
import type { Changes } from '../../../shared/scenario/edits'
import { FieldRow } from '../../ui/field-row'
import { Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'

type Exchange = NonNullable<Connection['exchange']>
const TYPES: readonly Exchange['type'][] = ['direct', 'fanout', 'topic']

export function ExchangeFields({
  exchange,
  update,
}: {
  readonly exchange: Exchange | undefined
  readonly update: (changes: Changes<Connection>, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  const type = exchange?.type ?? 'topic'
  return (
    <>
      <FieldRow label={t('line.exchange')}>
        {(id) => (
          <TextField
            id={id}
            label={t('line.exchange')}
            mono
            value={exchange?.name ?? ''}
            maxLength={200}
            onChange={(name, burst) =>
              update({ exchange: name === '' ? undefined : { name, type } }, burst)
            }
          />
        )}
      </FieldRow>
      {exchange && (
        <FieldRow label={t('line.exchangeType')}>
          {(id) => (
            <Select<Exchange['type']>
              id={id}
              label={t('line.exchangeType')}
              value={type}
              options={TYPES.map((one) => ({
                value: one,
                label: one,
                hint: t(`line.exchangeType.${one}`),
              }))}
              onChange={(next) => update({ exchange: { ...exchange, type: next } })}
            />
          )}
        </FieldRow>
      )}
    </>
  )
}
