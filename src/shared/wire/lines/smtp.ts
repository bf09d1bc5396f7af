/** One letter to one recipient (RFC 5321 appendix D.1). */
import type { HopSetting } from '../hop-setting'
import type { Conversation } from '../transport/conversation'
import { Dialogue } from './dialogue'
import { openLine } from './open-line'
import { ORDER_ID } from './sample'

const PORT = 25

export function smtpLine(setting: HopSetting): Conversation {
  const { talk, channel } = openLine(setting, PORT)
  const { host, options, thinkUs } = setting
  const speak = new Dialogue(channel, 'smtp')
  if (!options.warm) {
    speak.server({ text: [`220 ${host} ESMTP ready`], phase: 'open', note: 'smtpGreeting' })
    speak.client({ text: [`EHLO ${setting.caller.id}.example.com`], phase: 'open' })
    speak.server({ text: [`250-${host}`, '250 PIPELINING'], phase: 'open' })
  }
  speak.client({ text: ['MAIL FROM:<noreply@example.com>'], phase: 'request' })
  speak.server({ text: ['250 OK'], phase: 'open' })
  speak.client({ text: ['RCPT TO:<ivan@example.net>'], phase: 'request' })
  speak.server({ text: ['250 OK'], phase: 'open' })
  speak.client({ text: ['DATA'], phase: 'request' })
  speak.server({ text: ['354 Start mail input; end with <CRLF>.<CRLF>'], phase: 'open' })
  speak.client({ text: letter(), phase: 'request', note: 'smtpDot' })
  talk.think(channel.server, thinkUs)
  speak.server({ text: ['250 OK queued'], phase: 'answer', note: 'smtpLostAnswer' })
  if (!options.warm) {
    speak.client({ text: ['QUIT'], phase: 'close' })
    speak.server({ text: ['221 closing'], phase: 'close' })
    channel.close(channel.server)
  }
  return talk
}

function letter(): string[] {
  return [
    `Subject: Order ${ORDER_ID} paid`,
    `Message-ID: <${ORDER_ID}.paid@example.com>`,
    '',
    'Thank you.',
    '.',
  ]
}
