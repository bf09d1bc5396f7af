/** How each protocol's line looks: told apart by dash, ends and middle, so that no colour is needed. */
import type { Protocol } from '../scenario/connection'
import type { Ink } from './shape'

export type LineEnd = 'none' | 'open' | 'filled' | 'hollow' | 'dot' | 'bar' | 'double-open'
export type LineMiddle = 'none' | 'ring' | 'diamond' | 'square' | 'envelope'

export interface LineStyle {
  readonly ink: Ink
  readonly width: number
  readonly dash?: readonly number[]
  /** Two rails. */
  readonly isDouble?: boolean
  readonly start: LineEnd
  readonly middle: LineMiddle
  readonly end: LineEnd
  /** The protocol's own name, the same in every language; '' where the line says it all. */
  readonly tag: string
}

export const LINE_STYLES: Readonly<Record<Protocol, LineStyle>> = {
  rest: { ink: 'rest', width: 1.9, start: 'none', middle: 'none', end: 'open', tag: 'REST' },
  grpc: {
    ink: 'grpc',
    width: 1.4,
    isDouble: true,
    start: 'none',
    middle: 'none',
    end: 'filled',
    tag: 'gRPC',
  },
  broker: {
    ink: 'broker',
    width: 1.9,
    dash: [7, 5],
    start: 'none',
    middle: 'ring',
    end: 'filled',
    tag: 'BROKER',
  },
  amqp: {
    ink: 'broker',
    width: 1.9,
    dash: [9, 3, 3, 3],
    start: 'none',
    middle: 'diamond',
    end: 'filled',
    tag: 'AMQP',
  },
  websocket: {
    ink: 'ws',
    width: 1.9,
    start: 'open',
    middle: 'none',
    end: 'open',
    tag: 'WEBSOCKET',
  },
  sql: { ink: 'sql', width: 1.3, start: 'none', middle: 'none', end: 'dot', tag: 'SQL' },
  tcp: { ink: 'ink-2', width: 1.9, start: 'bar', middle: 'none', end: 'filled', tag: 'TCP' },
  udp: {
    ink: 'ink-2',
    width: 1.9,
    dash: [3, 4],
    start: 'none',
    middle: 'none',
    end: 'double-open',
    tag: 'UDP',
  },
  smtp: { ink: 'ink-2', width: 1.6, start: 'none', middle: 'envelope', end: 'open', tag: 'SMTP' },
  ftp: {
    ink: 'ink-2',
    width: 1.6,
    dash: [15, 4],
    start: 'bar',
    middle: 'none',
    end: 'hollow',
    tag: 'FTP',
  },
  ssh: { ink: 'ink-2', width: 1.6, start: 'none', middle: 'square', end: 'hollow', tag: 'SSH' },
  dependency: {
    ink: 'ink-3',
    width: 1.6,
    dash: [0.1, 5],
    start: 'none',
    middle: 'none',
    end: 'open',
    tag: '',
  },
}

const FLAVOR_TAGS = { rabbitmq: 'RABBITMQ', kafka: 'KAFKA' } as const

/** What stands on the line for its protocol: a broker's flavour where the drawing names one. */
export function tagOf(connection: {
  readonly protocol: Protocol
  readonly flavor?: 'rabbitmq' | 'kafka' | undefined
}): string {
  if (connection.protocol === 'broker' && connection.flavor) return FLAVOR_TAGS[connection.flavor]
  return LINE_STYLES[connection.protocol].tag
}
