/** Plain TCP: a stream of bytes both ways, and nothing that says where a message ends. */
import { WireWriter } from '../bytes/annotated'
import type { HopSetting } from '../hop-setting'
import type { Conversation } from '../transport/conversation'
import { packetOf } from '../transport/open-channel'
import { openLine } from './open-line'

const PORT = 9_999

export function tcpLine(setting: HopSetting): Conversation {
  const { talk, channel } = openLine(setting, PORT)
  const bytes = (text: string) => new WireWriter().text('data', text).done()
  channel.send(channel.client, packetOf('tcp', '4 bytes', 'request', bytes('ping'), 'stream'))
  talk.think(channel.server, setting.thinkUs)
  channel.send(channel.server, packetOf('tcp', '4 bytes', 'answer', bytes('pong'), 'noProcessing'))
  if (!setting.options.warm) channel.close(channel.client)
  return talk
}
