/** One packet: when, an arrow from lane to lane, what it is, how large. A press opens its bytes. */
import { ChevronRight, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Packet } from '../../shared/wire/transport/conversation'
import { useSettings } from '../state/settings'
import { LaneArrow } from './lane-arrow'
import { PacketDetail } from './packet-detail'
import { wireNumbers } from './wire-numbers'

export function PacketRow({
  packet,
  names,
  isOpen,
  onToggle,
}: {
  readonly packet: Packet
  readonly names: readonly string[]
  readonly isOpen: boolean
  readonly onToggle: () => void
}) {
  const { t } = useTranslation('wire')
  const language = useSettings((settings) => settings.language)
  const { milliseconds, count } = wireNumbers(language)
  const { seq, title, from, to, sentUs, phase, protocol, size, about, sealed } = packet
  const label = t('packet', { seq, title, from: names[from], to: names[to] })
  return (
    <li className={`wire-packet wire-${phase}`} data-open={isOpen}>
      <button
        type="button"
        className="wire-row"
        aria-expanded={isOpen}
        aria-description={label}
        onClick={onToggle}
      >
        <span className="wire-time">{milliseconds(sentUs)}</span>
        <LaneArrow from={from} to={to} lanes={names.length} />
        <span className="wire-what">
          <ChevronRight className="wire-chevron" size={12} aria-hidden="true" />
          <span className="wire-title" title={title}>
            {title}
          </span>
          {sealed && <Lock size={11} aria-hidden="true" />}
        </span>
        <span className="wire-protocol">{protocol}</span>
        <span className="wire-size">
          {size === 0 ? '' : t(about ? 'about' : 'size', { count: size, shown: count(size) })}
        </span>
      </button>
      {isOpen && <PacketDetail packet={packet} />}
    </li>
  )
}
