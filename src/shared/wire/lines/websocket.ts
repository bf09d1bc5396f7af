/** A WebSocket: one HTTP upgrade, then a frame each way; nothing acknowledges a frame. */
import { utf8Bytes } from '../../base/utf8-bytes'
import type { HopSetting } from '../hop-setting'
import { httpRequest, httpResponse } from '../http/http1'
import { acceptFor, closeFrame, type Mask, webSocketFrame } from '../http/websocket'
import type { Conversation } from '../transport/conversation'
import { packetOf } from '../transport/open-channel'
import { openLine } from './open-line'
import { ORDER_ID } from './sample'

/** Base64 of 16 bytes that are random in life: "dryrun-ws-key-01". */
const KEY = 'ZHJ5cnVuLXdzLWtleS0wMQ=='
const MASK: Mask = [0x37, 0xfa, 0x21, 0x3d]
const MESSAGE = `{"type":"order.paid","id":"${ORDER_ID}"}`

export function websocketLine(setting: HopSetting): Conversation {
  const { options, host } = setting
  const { talk, channel } = openLine(setting, options.tls === 'none' ? 80 : 443, ['http/1.1'])
  const { client, server } = channel
  if (!options.warm) {
    const upgrade = httpRequest({
      method: 'GET',
      target: '/ws',
      fields: [
        ['Host', host],
        ['Upgrade', 'websocket'],
        ['Connection', 'Upgrade'],
        ['Sec-WebSocket-Key', KEY],
        ['Sec-WebSocket-Version', '13'],
      ],
    })
    channel.send(client, packetOf('http/1.1', 'GET /ws, Upgrade', 'open', upgrade, 'upgrade'))
    const switching = httpResponse({
      status: 101,
      fields: [
        ['Upgrade', 'websocket'],
        ['Connection', 'Upgrade'],
        ['Sec-WebSocket-Accept', acceptFor(KEY)],
      ],
    })
    channel.send(
      server,
      packetOf('http/1.1', '101 Switching Protocols', 'open', switching, 'accept'),
    )
  }
  const bytes = utf8Bytes(MESSAGE)
  const up = webSocketFrame('text', bytes, MASK, MESSAGE)
  channel.send(client, packetOf('websocket', 'text frame, masked', 'request', up, 'masked'))
  const down = webSocketFrame('text', bytes, undefined, MESSAGE)
  talk.think(server, setting.thinkUs)
  channel.send(server, packetOf('websocket', 'text frame', 'answer', down, 'unmasked'))
  if (!options.warm) {
    channel.send(client, packetOf('websocket', 'close 1000', 'close', closeFrame(1_000, MASK)))
    channel.send(server, packetOf('websocket', 'close 1000', 'close', closeFrame(1_000)))
    channel.close(server)
  }
  return talk
}
