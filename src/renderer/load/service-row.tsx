/** One service under load. How many workers it has can be changed right here: the next load shows what of it. */
import { useTranslation } from 'react-i18next'
import type { ServiceLoad } from '../../shared/engine/load/load-report'
import { textIn } from '../../shared/scenario/text'
import { useDocument } from '../state/document'
import { useSettings } from '../state/settings'
import { NumberField } from '../ui/number-field'
import { decimalText } from '../ui/number-words'
import { durationText, percentText } from './load-words'

export function ServiceRow({
  id,
  load,
  isShort,
}: {
  readonly id: string
  readonly load: ServiceLoad
  /** It cannot keep up. */
  readonly isShort: boolean
}) {
  const { t } = useTranslation('load')
  const language = useSettings((settings) => settings.language)
  const service = useDocument(({ scenario }) => scenario.services.find((one) => one.id === id))
  const units = { ms: t('ms'), s: t('s') }
  const time = (ms: number) => durationText(ms, language, units)
  const number = (value: number) => decimalText(value, language, value >= 100 ? 0 : 2)
  const { queue, wait, response, errors, timeouts, retries, refused } = load
  const troubles = { errors, timeouts, retries, refused }
  return (
    <tr className={isShort ? 'load-short' : undefined}>
      <th scope="row">{service === undefined ? id : textIn(service.name, language)}</th>
      <td>{service !== undefined && <Workers id={id} load={load} />}</td>
      <td>
        {load.workers === null ? (
          t('busy', { busy: number(load.busy) })
        ) : (
          <span className="load-share">
            <span className="load-bar" aria-hidden="true">
              <span style={{ width: `${100 * load.utilisation}%` }} />
            </span>
            <span className="load-percent">{percentText(load.utilisation, language)}</span>
          </span>
        )}
      </td>
      <td>
        {number(queue.mean)}
        <small>{t('most', { max: decimalText(queue.max, language, 0) })}</small>
      </td>
      <td>
        {time(wait.mean)}
        <small>p95 {time(wait.p95)}</small>
      </td>
      <td>
        {time(response.mean)}
        <small>p95 {time(response.p95)}</small>
      </td>
      <td>
        {Object.entries(troubles)
          .filter(([, count]) => count > 0)
          .map(([name, count]) => (
            <small key={name}>
              {t(`trouble.${name}`, { count, number: decimalText(count, language, 0) })}
            </small>
          ))}
      </td>
    </tr>
  )
}

function Workers({ id, load }: { readonly id: string; readonly load: ServiceLoad }) {
  const { t } = useTranslation('load')
  const language = useSettings((settings) => settings.language)
  const service = useDocument(({ scenario }) => scenario.services.find((one) => one.id === id))
  const readOnly = useDocument(({ origin }) => origin.readOnly)
  const edit = useDocument((document) => document.edit)
  const { replicas = 1, workers } = service ?? {}
  const name = service === undefined ? id : textIn(service.name, language)
  return (
    <span className="load-workers">
      <NumberField
        label={t('workersOf', { name })}
        value={workers}
        placeholder={load.workers === null ? '∞' : '1'}
        min={1}
        max={1_000}
        disabled={readOnly}
        onChange={(next, burst) =>
          edit({ edit: 'updateService', id, changes: { workers: next } }, burst)
        }
      />
      {replicas > 1 && <small>{t('replicas', { count: replicas })}</small>}
    </span>
  )
}
