/** What a line speaks. Choosing another keeps what was said and adds what the new one needs. */
import { useTranslation } from 'react-i18next'
import { type Connection, PROTOCOLS, type Protocol } from '../../../shared/scenario/connection'
import { protocolEdit } from '../../../shared/scenario/protocol-change'
import type { Scenario } from '../../../shared/scenario/scenario'
import { useDocument } from '../../state/document'
import { FieldRow } from '../../ui/field-row'
import { Select } from '../../ui/select'

export function ProtocolField({
  connection,
  scenario,
}: {
  readonly connection: Connection
  readonly scenario: Scenario
}) {
  const { t } = useTranslation('inspector')
  const edit = useDocument((document) => document.edit)
  const choose = (protocol: Protocol) => {
    const change = protocolEdit(scenario, connection.id, { protocol })
    if (change) edit(change)
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
