/** What is chosen for the wire view: kept while the window is open, as long as it makes sense for the line. */
import { create } from 'zustand'
import { type Connection, canHaveTls } from '../../shared/scenario/connection'
import { canBeHttp3, usualOptions } from '../../shared/wire/hop'
import type { WireOptions } from '../../shared/wire/hop-setting'

interface WireChoices {
  readonly warm: boolean
  /** Undefined: what is usual for the protocol. */
  readonly tls: WireOptions['tls'] | undefined
  readonly session: WireOptions['session']
  /** Whether the name is to be resolved first; undefined: what is usual for the protocol. */
  readonly dns: boolean | undefined
  readonly http3: boolean
  choose(choice: Partial<WireOptions>): void
}

export const useWireChoices = create<WireChoices>()((set) => ({
  warm: false,
  tls: undefined,
  session: 'full',
  dns: undefined,
  http3: false,
  choose: (choice) => set(choice),
}))

/** The options for a line of this protocol. */
export function optionsFor(
  { protocol, tls: drawn }: Pick<Connection, 'protocol' | 'tls'>,
  {
    warm,
    tls,
    session,
    dns,
    http3,
  }: Pick<WireChoices, 'warm' | 'tls' | 'session' | 'dns' | 'http3'>,
): WireOptions {
  const usual = usualOptions(protocol)
  const isQuic = http3 && canBeHttp3(protocol)
  const chosen = isQuic ? '1.3' : canHaveTls(protocol) ? (tls ?? drawn ?? usual.tls) : 'none'
  // 0-RTT is of TLS 1.3 alone.
  const possible = session === 'early' && chosen !== '1.3' ? 'resumed' : session
  const isAsked = usual.dns && (dns ?? true)
  return {
    ...usual,
    warm,
    tls: chosen,
    session: possible,
    dns: isAsked,
    ...(isQuic && { http3: true }),
  }
}
