/** Who sends, and what it meets: the columns and rows of domain.md 1.1. */

export const SENDERS = ['rest', 'grpc', 'rabbitmq', 'kafka', 'websocket'] as const
export type Sender = (typeof SENDERS)[number]

export const SITUATIONS = [
  'nothing',
  'down',
  'unreachable',
  'slow',
  'request-lost',
  'response-lost',
  'crash',
  'rejected',
] as const
export type Situation = (typeof SITUATIONS)[number]
