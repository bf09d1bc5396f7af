/** The packets of one line, used once: who sends what, how large, when; a packet opens to its bytes. */
import { type CSSProperties, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { connectionById, serviceById } from '../../shared/scenario/lookup'
import { textIn } from '../../shared/scenario/text'
import { type Hop, hopOf } from '../../shared/wire/hop'
import { useDocument } from '../state/document'
import { useSettings } from '../state/settings'
import { optionsFor, useWireChoices } from '../state/wire-choices'
import { PacketRow } from './packet-row'
import { useShownLine } from './shown-line'
import { WireHead } from './wire-head'
import './wire-view.css'

export function WireView() {
  const { t } = useTranslation('wire')
  const scenario = useDocument((document) => document.scenario)
  const lineId = useShownLine()
  const { warm, tls, session, dns, http3 } = useWireChoices()
  const hop = useMemo(() => {
    const line = lineId === undefined ? undefined : connectionById(scenario).get(lineId)
    if (line === undefined) return undefined
    return hopOf(scenario, line.id, optionsFor(line, { warm, tls, session, dns, http3 }))
  }, [scenario, lineId, warm, tls, session, dns, http3])
  if (hop === undefined) return <p className="wire-none">{t('pick')}</p>
  if (!hop.ok) return <p className="wire-none">{t('none')}</p>
  return <Shown key={hop.value.connection} hop={hop.value} />
}

function Shown({ hop }: { readonly hop: Hop }) {
  const { t } = useTranslation('wire')
  const names = usePartyNames(hop)
  const [open, setOpen] = useState<number | undefined>(undefined)
  const line = `${names[0] ?? ''} → ${names[names.length > 2 && names[2] !== 'DNS' ? 2 : 1] ?? ''}`
  return (
    <div className="wire">
      <WireHead hop={hop} line={line} />
      <ol className="wire-packets" aria-label={t('packets', { line })}>
        <li className="wire-lanes" aria-hidden="true">
          <span />
          <span className="wire-lane-names" style={{ '--lanes': names.length } as CSSProperties}>
            {names.map((name, lane) => (
              <span key={name} title={name} style={{ '--lane': lane } as CSSProperties}>
                {name}
              </span>
            ))}
          </span>
        </li>
        {hop.packets.map((packet) => (
          <PacketRow
            key={packet.seq}
            packet={packet}
            names={names}
            isOpen={open === packet.seq}
            onToggle={() => setOpen(open === packet.seq ? undefined : packet.seq)}
          />
        ))}
      </ol>
    </div>
  )
}

/** The services' own names in the language shown; a broker that is only implied and the resolver have none. */
function usePartyNames({ parties }: Hop): readonly string[] {
  const language = useSettings((settings) => settings.language)
  const scenario = useDocument((document) => document.scenario)
  const services = serviceById(scenario)
  const { t } = useTranslation('wire')
  return parties.map(({ name }) => {
    const service = services.get(name)
    if (service !== undefined) return textIn(service.name, language)
    return name === 'broker' ? t('broker') : name
  })
}
