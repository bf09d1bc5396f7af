/** Above the packets: how the line is used, and what that costs in round trips and time. */
import { useTranslation } from 'react-i18next'
import { canHaveTls } from '../../shared/scenario/connection'
import { canBeHttp3, type Hop, usualOptions } from '../../shared/wire/hop'
import type { WireOptions } from '../../shared/wire/hop-setting'
import { useSettings } from '../state/settings'
import { useWireChoices } from '../state/wire-choices'
import { Segmented } from '../ui/segmented'
import { Select } from '../ui/select'
import { wireNumbers } from './wire-numbers'

const TLS: readonly WireOptions['tls'][] = ['none', '1.2', '1.3']
const SESSIONS: readonly WireOptions['session'][] = ['full', 'resumed', 'early']

export function WireHead({ hop, line }: { readonly hop: Hop; readonly line: string }) {
  const { t } = useTranslation('wire')
  const choose = useWireChoices((choices) => choices.choose)
  const { warm, tls, session, dns, http3 = false } = hop.options
  const sessions = SESSIONS.filter((one) => one !== 'early' || tls === '1.3')
  return (
    <div className="wire-head">
      <h3 className="wire-line">{line}</h3>
      <div className="wire-options">
        <Segmented
          label={t('state')}
          value={warm ? 'warm' : 'cold'}
          segments={(['cold', 'warm'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => choose({ warm: value === 'warm' })}
        />
        {usualOptions(hop.protocol).dns && !warm && (
          <Select
            label={t('name')}
            value={dns ? 'asked' : 'known'}
            options={(['asked', 'known'] as const).map((value) => ({
              value,
              label: t(`name.${value}`),
            }))}
            onChange={(value) => choose({ dns: value === 'asked' })}
          />
        )}
        {canBeHttp3(hop.protocol) && (
          <Select
            label={t('http')}
            value={http3 ? '3' : '1.1'}
            options={(['1.1', '3'] as const).map((value) => ({ value, label: t(`http.${value}`) }))}
            onChange={(value) => choose({ http3: value === '3' })}
          />
        )}
        {canHaveTls(hop.protocol) && !http3 && (
          <Select
            label={t('tls')}
            value={tls}
            options={TLS.map((value) => ({ value, label: t(`tls.${value}`) }))}
            onChange={(value) => choose({ tls: value })}
          />
        )}
        {tls !== 'none' && !warm && (
          <Select
            label={t('session')}
            value={session}
            options={sessions.map((value) => ({ value, label: t(`session.${value}`) }))}
            onChange={(value) => choose({ session: value })}
          />
        )}
      </div>
      <Costs hop={hop} />
    </div>
  )
}

function Costs({ hop }: { readonly hop: Hop }) {
  const { t } = useTranslation('wire')
  const language = useSettings((settings) => settings.language)
  const { milliseconds, count } = wireNumbers(language)
  const { roundTrips, timesUs, latencyUs, thinkUs } = hop
  const rows = [
    ['beforeRequest', roundTrips.setup, timesUs.setup],
    ['toAnswer', roundTrips.answer, timesUs.answer],
  ] as const
  return (
    <dl
      className="wire-costs"
      title={t('tripsOf', { ms: milliseconds(2 * latencyUs), work: milliseconds(thinkUs) })}
    >
      {rows.map(([name, trips, us]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>
            <strong>{t('trips', { count: trips, shown: count(trips) })}</strong> {milliseconds(us)}{' '}
            {t('ms')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
