/** What a protocol needs to know of the line it is drawn for. */
import type { Connection } from '../scenario/connection'
import type { Service } from '../scenario/service'
import type { TlsSession } from './transport/tls'
import type { TlsVersion } from './transport/tls-hello'

export interface WireOptions {
  /** The connection is open already: only the work itself. */
  readonly warm: boolean
  readonly tls: TlsVersion | 'none'
  readonly session: TlsSession
  /** Whether the host's address must be asked for first. */
  readonly dns: boolean
  /** A REST call goes over QUIC, which brings TLS 1.3 of its own. */
  readonly http3?: boolean
}

export interface HopSetting {
  readonly connection: Connection
  readonly caller: Service
  readonly callee: Service
  /** Host names and file names: `orders.example.com`. */
  readonly host: string
  readonly options: WireOptions
  /** One way, microseconds. */
  readonly latencyUs: number
  /** What the far side takes between hearing and answering, microseconds. */
  readonly thinkUs: number
  /** What the callee's handler answers; 0 where it names none. */
  readonly status: number
  /** Whether the publisher waits for a confirm. */
  readonly confirms: boolean
}
