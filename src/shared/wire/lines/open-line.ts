/** A connection opened as the options of the view say. */
import type { HopSetting } from '../hop-setting'
import type { Channel } from '../transport/channel'
import type { Conversation } from '../transport/conversation'
import { openChannel, resolveName } from '../transport/open-channel'
import { isResolving, twoParties } from './parties'

export interface OpenLine {
  readonly talk: Conversation
  readonly channel: Channel
}

/** `port` is the server's; `protocols` what the hello offers. */
export function openLine(
  setting: HopSetting,
  port: number,
  protocols: readonly string[] = [],
): OpenLine {
  const { talk, client, server } = twoParties(setting, port)
  const { host, options } = setting
  if (isResolving(setting)) resolveName(talk, client, talk.actor(2), server, host)
  return { talk, channel: openChannel(talk, client, server, { ...options, host, protocols }) }
}
