/** The English sentence of every problem of meaning, by its code. The catalogue `engine` holds the same keys. */
import type { Problem, ProblemValue } from '../base/problem'

export const PROBLEM_TEXTS = {
  'engine/bad-expression':
    'This is not a condition: {{reason}}. Write one like effects.charge <= 1.',
  'engine/unknown-name':
    'There is no {{name}}: intent has orders, effects, replies and unanswered.',
  'engine/no-line-for-event':
    '{{service}} publishes {{event}}, and no line of it to a broker or a subscriber carries that event. Draw one, or name its event.',
  'engine/not-callable':
    '{{service}} cannot call "{{id}}": name a line that leaves it and is answered, such as REST or gRPC.',
  'engine/not-pushable':
    '{{service}} cannot push on "{{id}}": name a WebSocket that it is connected to.',
  'engine/not-in-transaction':
    '{{action}} cannot be part of a transaction: only save, dedupe and publish with outbox can. Move it out.',
  'engine/nothing-to-cut': 'Nothing travels on {{id}} in a run: there is nothing to cut.',
  'engine/fault-on-connection':
    '{{fault}} happens to a connection, not to a service. Name a connection.',
  'engine/fault-on-service': '{{fault}} happens to a service, not to a connection. Name a service.',
  'engine/fault-of-no-length':
    '{{fault}} happens to one message and does not last. Leave "for" out.',
  'engine/no-broker':
    '{{id}} is no broker, and no broker is behind it. Name a broker, or a connection that carries events.',
  'engine/no-half':
    'Nothing can be cut of {{id}} by half: only the broker of a line of events that no broker is drawn for divides it. Leave the half out.',
  'engine/cannot-crash':
    '{{service}} is outside the system and does not crash. Lose or delay its messages instead.',
  'engine/stimulus-cannot-start':
    'Nothing can be sent on "{{id}}". Name a line for requests, events or frames.',
  'engine/nothing-starts':
    'Nothing starts this scenario. Draw a client with a line to a service, or add a stimulus.',
  'engine/not-answered':
    'No handler of {{service}} answers {{message}}: whoever asks is told that it is not found.',
  'engine/not-handled':
    'No handler of {{service}} takes {{event}}: it is delivered, and nothing is done about it.',
  'engine/never-reached':
    'Nothing reaches this handler of {{service}}: no line into it brings {{trigger}}. Draw one, or change what the handler waits for.',
  'engine/reply-to-nobody':
    'Nobody waits for this reply: {{trigger}} is not a request. Leave the reply out.',
  'promela/websocket': 'the Promela model cannot express a WebSocket; `dryrun explore` checks it.',
  'promela/replicas':
    'the Promela model cannot express the replicas of "{{service}}"; `dryrun explore` checks it.',
  'promela/time-to-live':
    'the Promela model cannot express the time to live of the queue "{{queue}}"; `dryrun explore` checks it.',
  'promela/expression':
    'the Promela model cannot express "{{what}}" in an expression; `dryrun explore` checks it.',
} as const

export type ProblemCode = keyof typeof PROBLEM_TEXTS
export type ProblemValues = Readonly<Record<string, ProblemValue>>

export function problemOf(
  severity: Problem['severity'],
  code: ProblemCode,
  path: string,
  values: ProblemValues,
): Problem {
  const message = PROBLEM_TEXTS[code].replace(/{{(\w+)}}/g, (_, name: string) => `${values[name]}`)
  return { code, path, message, values, severity }
}
