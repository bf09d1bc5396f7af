/** One commit in PostgreSQL's protocol, version 3 (its manual, "Frontend/Backend Protocol"); others differ. */

import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, joined, WireWriter } from '../bytes/annotated'
import type { HopSetting } from '../hop-setting'
import type { Conversation } from '../transport/conversation'
import { packetOf } from '../transport/open-channel'
import { openLine } from './open-line'
import { ORDER_ID } from './sample'

const PORT = 5_432
const VERSION_3 = 196_608

export function sqlLine(setting: HopSetting): Conversation {
  const { talk, channel } = openLine(setting, PORT)
  const { client, server } = channel
  if (!setting.options.warm) {
    channel.send(client, packetOf('postgresql', 'StartupMessage', 'open', startup(setting)))
    const ready = joined([message('R', four(0), 'AuthenticationOk'), readyForQuery()])
    channel.send(
      server,
      packetOf('postgresql', 'AuthenticationOk, ReadyForQuery', 'open', ready, 'postgresAuth'),
    )
  }
  const query = `INSERT INTO orders (id, status) VALUES ('${ORDER_ID}', 'new')`
  channel.send(
    client,
    packetOf('postgresql', 'Query', 'request', message('Q', zero(query), query), 'postgresQuery'),
  )
  talk.think(server, setting.thinkUs)
  const done = joined([message('C', zero('INSERT 0 1'), 'CommandComplete'), readyForQuery()])
  channel.send(
    server,
    packetOf('postgresql', 'CommandComplete, ReadyForQuery', 'answer', done, 'postgresCommit'),
  )
  if (!setting.options.warm) {
    channel.send(
      client,
      packetOf('postgresql', 'Terminate', 'close', message('X', [], 'Terminate')),
    )
    channel.close(client)
  }
  return talk
}

/** The only message without a type byte. */
function startup({ caller }: HopSetting): Annotated {
  const parameters = [
    ...zero('user'),
    ...zero(caller.id),
    ...zero('database'),
    ...zero('orders'),
    0,
  ]
  return new WireWriter()
    .uint('Length', 4, parameters.length + 8)
    .uint('Protocol version', 4, VERSION_3, '3.0')
    .raw('parameters', parameters, `user=${caller.id} database=orders`)
    .done()
}

function message(type: string, content: readonly number[], shown: string): Annotated {
  return new WireWriter()
    .raw('Type', utf8Bytes(type), type)
    .uint('Length', 4, content.length + 4)
    .raw('Content', content, shown)
    .done()
}

/** `I`: idle, not in a transaction. */
const readyForQuery = () => message('Z', utf8Bytes('I'), 'ReadyForQuery, idle')

const zero = (text: string): number[] => [...utf8Bytes(text), 0]
const four = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)
