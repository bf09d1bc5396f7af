/** A command over SSH with a public key: transport, user, channel (RFC 4253, 4252, 4254). */

import { type Annotated, WireWriter } from '../bytes/annotated'
import type { HopSetting } from '../hop-setting'
import type { Channel } from '../transport/channel'
import type { Actor, Conversation, WirePhase } from '../transport/conversation'
import { packetOf } from '../transport/open-channel'
import type { WireNote } from '../wire-note'
import { openLine } from './open-line'
import { type SshMessage, type SshValue, sshPacket, sshPayload, sshSealedBytes } from './ssh-packet'

const PORT = 22
const KEY_BYTES = 32
/** Random in life. */
const made = (salt: number, length: number) =>
  Array.from({ length }, (_, at) => (at * 29 + salt * 53 + 7) & 0xff)

type Values = readonly (readonly [string, SshValue])[]

export function sshLine(setting: HopSetting): Conversation {
  const { talk, channel } = openLine(setting, PORT)
  const ssh = new SshTalk(channel)
  if (!setting.options.warm) {
    ssh.versions()
    ssh.keys()
    ssh.user()
  }
  ssh.command(setting.options.warm ? 1 : 0)
  talk.think(channel.server, setting.thinkUs)
  ssh.result()
  if (!setting.options.warm) {
    ssh.sealed(channel.client, 'DISCONNECT', 'close', [
      ['reason', 11],
      ['description', 'bye'],
      ['language', ''],
    ])
    channel.close(channel.client)
  }
  return talk
}

class SshTalk {
  constructor(private readonly channel: Channel) {}

  versions(): void {
    const { client, server } = this.channel
    this.line(client, 'SSH-2.0-dryrun_1.0')
    this.line(server, 'SSH-2.0-OpenSSH_9.7', 'sshVersion')
    const offer = sshPacket(sshPayload('KEXINIT', kexInit()))
    this.plain(client, 'KEXINIT', offer, 'sshKexInit')
    this.plain(server, 'KEXINIT', offer)
  }

  keys(): void {
    const { client, server } = this.channel
    const init = sshPayload('KEX_ECDH_INIT', [['Q_C', made(1, KEY_BYTES)]])
    this.plain(client, 'KEX_ECDH_INIT', sshPacket(init), 'sshKex')
    const reply = sshPayload('KEX_ECDH_REPLY', [
      ['K_S', made(2, 51)],
      ['Q_S', made(3, KEY_BYTES)],
      ['signature', made(4, 83)],
    ])
    this.plain(server, 'KEX_ECDH_REPLY', sshPacket(reply), 'sshHostKey')
    const done = sshPacket(sshPayload('NEWKEYS'))
    this.plain(server, 'NEWKEYS', done)
    this.plain(client, 'NEWKEYS', done, 'sshNewKeys')
  }

  user(): void {
    const { client, server } = this.channel
    this.sealed(client, 'SERVICE_REQUEST', 'open', [['service', 'ssh-userauth']])
    this.sealed(server, 'SERVICE_ACCEPT', 'open', [['service', 'ssh-userauth']])
    const who: Values = [
      ['user', 'orders'],
      ['service', 'ssh-connection'],
    ]
    this.sealed(client, 'USERAUTH_REQUEST', 'open', [...who, ['method', 'none']], 'sshNone')
    this.sealed(server, 'USERAUTH_FAILURE', 'open', [
      ['methods', 'publickey,password'],
      ['partial success', false],
    ])
    const key: Values = [
      ['algorithm', 'ssh-ed25519'],
      ['public key', made(5, 51)],
    ]
    const ask = (isSigned: boolean): Values => [
      ...who,
      ['method', 'publickey'],
      ['signed', isSigned],
      ...key,
    ]
    this.sealed(client, 'USERAUTH_REQUEST', 'open', ask(false))
    this.sealed(server, 'USERAUTH_PK_OK', 'open', key)
    const signed: Values = [...ask(true), ['signature', made(6, 83)]]
    this.sealed(client, 'USERAUTH_REQUEST', 'open', signed, 'sshSigned')
    this.sealed(server, 'USERAUTH_SUCCESS', 'open', [])
  }

  command(channelNumber: number): void {
    const { client, server } = this.channel
    const room: Values = [
      ['window', 2_097_152],
      ['packet size', 32_768],
    ]
    this.sealed(client, 'CHANNEL_OPEN', 'open', [
      ['type', 'session'],
      ['sender', channelNumber],
      ...room,
    ])
    this.sealed(server, 'CHANNEL_OPEN_CONFIRMATION', 'open', [
      ['recipient', channelNumber],
      ['sender', channelNumber],
      ...room,
    ])
    this.sealed(client, 'CHANNEL_REQUEST', 'request', [
      ['recipient', channelNumber],
      ['type', 'exec'],
      ['want reply', true],
      ['command', 'uptime'],
    ])
  }

  result(): void {
    const { client, server } = this.channel
    this.sealed(server, 'CHANNEL_SUCCESS', 'answer', [['recipient', 0]])
    this.sealed(server, 'CHANNEL_DATA', 'answer', [
      ['recipient', 0],
      ['data', 'up 12 days\n'],
    ])
    this.sealed(server, 'CHANNEL_EOF', 'answer', [['recipient', 0]])
    this.sealed(server, 'CHANNEL_CLOSE', 'answer', [['recipient', 0]])
    this.sealed(client, 'CHANNEL_CLOSE', 'close', [['recipient', 0]])
  }

  /** A message inside an encrypted packet: what it says is known, its bytes on the wire are not. */
  sealed(
    from: Actor,
    message: SshMessage,
    phase: WirePhase,
    values: Values,
    note?: WireNote,
  ): void {
    const content = sshPayload(message, values)
    this.channel.send(from, {
      ...packetOf('ssh', message, phase, content, note),
      size: sshSealedBytes(content),
      sealed: true,
    })
  }

  private line(from: Actor, text: string, note?: WireNote): void {
    const content = new WireWriter().text('identification', `${text}\r\n`, text).done()
    this.channel.send(from, packetOf('ssh', text, 'open', content, note))
  }

  private plain(from: Actor, title: string, content: Annotated, note?: WireNote): void {
    this.channel.send(from, packetOf('ssh', title, 'secure', content, note))
  }
}

/** The cookie, ten lists of names, no guess (RFC 4253 section 7.1). The cookie has no length before it. */
function kexInit(): Values {
  return [
    ...chunks(made(7, 16)),
    ['kex_algorithms', 'curve25519-sha256'],
    ['server_host_key_algorithms', 'ssh-ed25519'],
    ['encryption_algorithms_client_to_server', 'aes128-gcm@openssh.com'],
    ['encryption_algorithms_server_to_client', 'aes128-gcm@openssh.com'],
    ['mac_algorithms_client_to_server', 'hmac-sha2-256'],
    ['mac_algorithms_server_to_client', 'hmac-sha2-256'],
    ['compression_algorithms_client_to_server', 'none'],
    ['compression_algorithms_server_to_client', 'none'],
    ['languages_client_to_server', ''],
    ['languages_server_to_client', ''],
    ['first_kex_packet_follows', false],
    ['reserved', 0],
  ]
}

const chunks = (cookie: readonly number[]): Values =>
  [0, 4, 8, 12].map((at) => {
    const [a = 0, b = 0, c = 0, d = 0] = cookie.slice(at, at + 4)
    return ['cookie', ((a << 24) | (b << 16) | (c << 8) | d) >>> 0] as const
  })
