/** A line: what it joins, what it speaks, and what can be set about that. */
import { ArrowLeftRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../shared/scenario/connection'
import type { Changes } from '../../../shared/scenario/edits'
import { reverseEdit } from '../../../shared/scenario/protocol-change'
import type { Scenario } from '../../../shared/scenario/scenario'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/button'
import { Expander } from '../expander'
import { InspectorHead } from '../inspector-head'
import { lineName, serviceName } from '../scenario/line-names'
import { ConnectionFieldRow } from './connection-field-row'
import { fieldsOf } from './connection-fields'
import { ProtocolField } from './protocol-field'

export function ConnectionInspector({
  connection,
  scenario,
}: {
  readonly connection: Connection
  readonly scenario: Scenario
}) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const edit = useDocument((document) => document.edit)
  const update = (changes: Changes<Connection>, burst?: string) =>
    edit({ edit: 'updateConnection', id: connection.id, changes }, burst)
  const { main, more } = fieldsOf(connection.protocol, connection.flavor)
  const { from, to } = connection
  return (
    <>
      <InspectorHead
        title={lineName(scenario, connection, language)}
        kind={t(`protocol.${connection.protocol}.about`)}
      />
      <div className="inspector-fields">
        <ProtocolField connection={connection} scenario={scenario} />
        {main.map((field) => (
          <ConnectionFieldRow key={field} field={field} connection={connection} update={update} />
        ))}
        {more.length > 0 && (
          <Expander label={t('more')}>
            {more.map((field) => (
              <ConnectionFieldRow
                key={field}
                field={field}
                connection={connection}
                update={update}
              />
            ))}
          </Expander>
        )}
      </div>
      <div className="inspector-buttons">
        <Button
          icon={<ArrowLeftRight size={15} />}
          title={`${serviceName(scenario, to, language)} → ${serviceName(scenario, from, language)}`}
          onClick={() => edit(reverseEdit(connection))}
        >
          {t('reverse')}
        </Button>
      </div>
    </>
  )
}
