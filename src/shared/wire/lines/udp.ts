/** One datagram there and, where the application answers, one back: no opening, no acknowledgement. */
import { WireWriter } from '../bytes/annotated'
import type { HopSetting } from '../hop-setting'
import type { Conversation } from '../transport/conversation'
import { packetOf, resolveName } from '../transport/open-channel'
import { udpHeader } from '../transport/udp'
import { isResolving, twoParties } from './parties'

const PORT = 9_999
const CLIENT_PORT = 40_000

export function udpLine(setting: HopSetting): Conversation {
  const { talk, client, server } = twoParties(setting, PORT)
  if (isResolving(setting)) resolveName(talk, client, talk.actor(2), server, setting.host)
  const from = { ...talk.address(client), port: CLIENT_PORT }
  const to = talk.address(server)
  const ping = new WireWriter().text('data', 'ping').done()
  const pong = new WireWriter().text('data', 'pong').done()
  talk.say(
    client,
    server,
    packetOf('udp', 'ping', 'request', ping, 'datagram'),
    udpHeader(from, to, ping),
  )
  talk.think(server, setting.thinkUs)
  talk.say(
    server,
    client,
    packetOf('udp', 'pong', 'answer', pong, 'datagramBack'),
    udpHeader(to, from, pong),
  )
  return talk
}
