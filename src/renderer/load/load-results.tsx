/** What the load did: who is short of workers in a sentence, then a row a service, then the customer's view. */
import { useTranslation } from 'react-i18next'
import type { LoadReport, Times } from '../../shared/engine/load/load-report'
import { textIn } from '../../shared/scenario/text'
import { useDocument } from '../state/document'
import { isLoadOutdated, type LoadResult, useLoad } from '../state/load'
import { useSettings } from '../state/settings'
import { decimalText } from '../ui/number-words'
import { durationText, percentText } from './load-words'
import { ServiceRow } from './service-row'

export function LoadResults() {
  const result = useLoad((load) => load.result)
  const rate = useLoad((load) => load.rate)
  const seconds = useLoad((load) => load.seconds)
  const scenario = useDocument((document) => document.scenario)
  if (result === null) return null
  const isOld = isLoadOutdated(result, { rate, seconds, scenario })
  return (
    <div className="load-results">
      <Headline result={result} isOld={isOld} />
      <div className={isOld ? 'load-tables load-old' : 'load-tables'}>
        <ServiceTable report={result.report} />
        <CustomerTable report={result.report} />
      </div>
    </div>
  )
}

function Headline({ result, isOld }: { readonly result: LoadResult; readonly isOld: boolean }) {
  const { t } = useTranslation('load')
  const language = useSettings((settings) => settings.language)
  const { report, rate } = result
  const { bottleneck, saturated, arrivals, completed, unfinished, errors, limit, lost } = report
  const service = result.scenario.services.find(({ id }) => id === bottleneck)
  const name = service === undefined ? '' : textIn(service.name, language)
  const share = report.services[bottleneck ?? '']?.utilisation ?? 0
  const verdict = bottleneck === null ? 'free' : saturated ? 'saturated' : 'busy'
  const whole = (count: number) => decimalText(count, language, 0)
  return (
    <div className={`load-verdict load-verdict-${verdict}`}>
      <strong>{t(`verdict.${verdict}`, { name, share: percentText(share, language) })}</strong>
      <span>
        {t('came', {
          rate: decimalText(rate, language, rate % 1 === 0 ? 0 : 2),
          seconds: decimalText(report.seconds, language, 0),
          arrivals: whole(arrivals),
          completed: whole(completed),
          unfinished: whole(unfinished),
        })}
      </span>
      {errors > 0 && <span>{t('errors', { count: errors, errors: whole(errors) })}</span>}
      {limit !== undefined && <span>{t(`limit.${limit}`)}</span>}
      {Object.entries(lost).map(([what, count]) => (
        <span key={what}>{t('lost', { count, what })}</span>
      ))}
      {isOld && <span className="load-verdict-old">{t('outdated')}</span>}
    </div>
  )
}

function ServiceTable({ report }: { readonly report: LoadReport }) {
  const { t } = useTranslation('load')
  return (
    <table className="load-table">
      <thead>
        <tr>
          <th scope="col">{t('service')}</th>
          <th scope="col">{t('workers')}</th>
          <th scope="col">{t('utilisation')}</th>
          <th scope="col">{t('queue')}</th>
          <th scope="col">{t('wait')}</th>
          <th scope="col">{t('response')}</th>
          <th scope="col">{t('trouble')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(report.services).map(([id, load]) => (
          <ServiceRow
            key={id}
            id={id}
            load={load}
            isShort={report.saturated && id === report.bottleneck}
          />
        ))}
      </tbody>
    </table>
  )
}

function CustomerTable({ report }: { readonly report: LoadReport }) {
  const { t } = useTranslation('load')
  const rows = [
    ['answered', report.response],
    ['settled', report.settled],
  ] as const
  return (
    <table className="load-table load-customers">
      <thead>
        <tr>
          <th scope="col">{t('order')}</th>
          <th scope="col">{t('mean')}</th>
          <th scope="col">p50</th>
          <th scope="col">p95</th>
          <th scope="col">p99</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, times]) => (
          <tr key={name}>
            <th scope="row">{t(name)}</th>
            <TimeCells times={times} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TimeCells({ times: { mean, p50, p95, p99 } }: { readonly times: Times }) {
  const { t } = useTranslation('load')
  const language = useSettings((settings) => settings.language)
  const units = { ms: t('ms'), s: t('s') }
  const columns = { mean, p50, p95, p99 }
  return Object.entries(columns).map(([name, ms]) => (
    <td key={name}>{durationText(ms, language, units)}</td>
  ))
}
