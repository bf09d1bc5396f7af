/** What a line speaks. Choosing another keeps what was said and adds what the new one needs. */
import { useTranslation } from 'react-i18next'
import { type Connection, PROTOCOLS, type Protocol } from '../../../shared/scenario/connection'
import type { Changes } from '../../../shared/scenario/edits'
import { serviceById } from '../../../shared/scenario/lookup'
import { wordsOf } from '../../../shared/scenario/new-connection'
import type { Scenario } from '../../../shared/scenario/scenario'
import { FieldRow } from '../../ui/field-row'
import { Select } from '../../ui/select'

export function ProtocolField({
  connection,
  scenario,
  update,
}: {
  readonly connection: Connection
  readonly scenario: Scenario
  readonly update: (changes: Changes<Connection>) => void
}) {
  const { t } = useTranslation('inspector')
  const choose = (protocol: Protocol) => {
    const services = serviceById(scenario)
    const from = services.get(connection.from)
    const to = services.get(connection.to)
    const needed = from && to ? wordsOf(protocol, from, to, scenario) : {}
    // An operation of REST says nothing in gRPC, and the other way round.
    const isOtherCall = connection.protocol === 'rest' || connection.protocol === 'grpc'
    const { operation, ...kept } = connection
    const said = isOtherCall && needed.operation !== undefined ? kept : { ...kept, operation }
    const missing = Object.entries(needed).filter(([field]) => !Object.hasOwn(said, field))
    update({ protocol, ...Object.fromEntries(missing) })
  }
  return (
    <FieldRow label={t('protocol')}>
      {(id) => (
        <Select<Protocol>
          id={id}
          label={t('protocol')}
          value={connection.protocol}
          options={PROTOCOLS.map((protocol) => ({
            value: protocol,
            label: t(`protocol.${protocol}`),
            hint: t(`protocol.${protocol}.about`),
          }))}
          onChange={choose}
        />
      )}
    </FieldRow>
  )
}
