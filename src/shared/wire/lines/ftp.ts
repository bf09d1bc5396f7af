/** A passive download: commands on one connection, the file on another (RFC 959 sections 3.2 and 5.4). */
import { WireWriter } from '../bytes/annotated'
import type { HopSetting } from '../hop-setting'
import type { Conversation } from '../transport/conversation'
import { packetOf } from '../transport/open-channel'
import { TcpConnection } from '../transport/tcp'
import { Dialogue } from './dialogue'
import { openLine } from './open-line'

const PORT = 21
/** 195 · 256 + 149, as PASV writes it. */
const PASSIVE_PORT = [195, 149] as const
const FILE = 'order,amount\r\no-1001,1990.00\r\n'

export function ftpLine(setting: HopSetting): Conversation {
  const { talk, channel } = openLine(setting, PORT)
  const { options, thinkUs } = setting
  const speak = new Dialogue(channel, 'ftp')
  if (!options.warm) {
    speak.server({ text: ['220 ready'], phase: 'open', note: 'ftpGreeting' })
    speak.client({ text: ['USER orders'], phase: 'open' })
    speak.server({ text: ['331 password required'], phase: 'open' })
    speak.client({ text: ['PASS secret'], phase: 'open', note: 'ftpPassword' })
    speak.server({ text: ['230 logged in'], phase: 'open' })
    speak.client({ text: ['TYPE I'], phase: 'open' })
    speak.server({ text: ['200 binary'], phase: 'open' })
  }
  speak.client({ text: ['PASV'], phase: 'request', note: 'ftpPassive' })
  const place = [...talk.address(channel.server).ip, ...PASSIVE_PORT].join(',')
  speak.server({ text: [`227 Entering Passive Mode (${place})`], phase: 'open' })
  const data = dataConnection(talk, channel.client)
  speak.client({ text: ['RETR report.csv'], phase: 'request' })
  speak.server({ text: ['150 opening data connection'], phase: 'open' })
  talk.wait(data.server, talk.now(channel.server))
  talk.think(data.server, thinkUs)
  const file = new WireWriter().text('file', FILE).done()
  data.send(data.server, packetOf('ftp', `${file.bytes.length} bytes`, 'answer', file, 'ftpData'))
  data.close(data.server)
  talk.wait(channel.server, talk.now(data.server))
  speak.server({ text: ['226 transfer complete'], phase: 'close' })
  if (!options.warm) {
    speak.client({ text: ['QUIT'], phase: 'close' })
    speak.server({ text: ['221 goodbye'], phase: 'close' })
    channel.close(channel.server)
  }
  return talk
}

/** The second connection: the client opens it to the port it was told. */
function dataConnection(talk: Conversation, control: number): TcpConnection {
  const [client, server] = [talk.actor(0), talk.actor(1)]
  talk.wait(client, talk.now(control))
  const [high, low] = PASSIVE_PORT
  const tcp = new TcpConnection(talk, client, server, 40_100, high * 256 + low).open()
  talk.wait(control, talk.now(client))
  return tcp
}
