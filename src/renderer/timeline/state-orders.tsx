/** What is stored about each order, what was done for it, and what the client was told. */
import { useTranslation } from 'react-i18next'
import { cell } from './state-cells'
import { StateBlock, StateLine, type StateProps, StateValue } from './state-part'

/** What CEL says of a row that is not there; nothing to show unless it has just gone. */
const NO_ROW = 'none'

export function StateOrders({ moment, changed }: StateProps) {
  const { t } = useTranslation('run')
  const orders = [...new Set([...Object.keys(moment.rows), ...Object.keys(moment.effects)])]
  const replies = Object.entries(moment.told).filter(([, words]) => words.length > 0)
  const shown = orders
    .map((order) => ({
      order,
      rows: Object.entries(moment.rows[order] ?? {}).filter(
        ([entity, status]) => status !== NO_ROW || changed.has(cell('row', order, entity)),
      ),
      effects: Object.entries(moment.effects[order] ?? {}).filter(([, times]) => times > 0),
    }))
    .filter(({ rows, effects }) => rows.length + effects.length > 0)
  return (
    <>
      <StateBlock title={t('state.orders')} empty={shown.length === 0 && t('state.noOrders')}>
        {shown.map(({ order, rows, effects }) => (
          <StateLine key={order} name={<b className="mono">{order}</b>}>
            {rows.map(([entity, status]) => (
              <StateValue
                key={`r ${entity}`}
                label={entity}
                changed={changed.has(cell('row', order, entity))}
              >
                {status}
              </StateValue>
            ))}
            {effects.map(([effect, times]) => (
              <StateValue
                key={`e ${effect}`}
                label={effect}
                changed={changed.has(cell('effect', order, effect))}
              >
                {`×${times}`}
              </StateValue>
            ))}
          </StateLine>
        ))}
      </StateBlock>
      <StateBlock title={t('state.replies')} empty={replies.length === 0 && t('state.noReplies')}>
        {replies.map(([key, words]) => (
          <StateLine key={key} name={<b className="mono">{key}</b>}>
            <StateValue changed={changed.has(cell('replies', key))}>
              {words.map((word) => (word === '' ? t('state.noAnswer') : word)).join(', ')}
            </StateValue>
          </StateLine>
        ))}
      </StateBlock>
    </>
  )
}
