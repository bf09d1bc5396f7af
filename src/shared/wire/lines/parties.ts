/** Who takes part in a hop, with an address each: made up, private, the same every time. */

import type { HopSetting } from '../hop-setting'
import { Conversation, type Party } from '../transport/conversation'

const RESOLVER: Party = { name: 'DNS', address: { ip: [10, 0, 0, 53], port: 53 } }

export interface TwoParties {
  readonly talk: Conversation
  readonly client: number
  readonly server: number
}

/** Caller, callee on its port and, where a name is to be found, a resolver. */
export function twoParties(setting: HopSetting, port: number): TwoParties {
  const { caller, callee, latencyUs } = setting
  const talk = new Conversation(
    [
      { name: caller.id, address: { ip: [10, 0, 0, 5], port: 0 } },
      { name: callee.id, address: { ip: [10, 9, 0, 2], port } },
      ...(isResolving(setting) ? [RESOLVER] : []),
    ],
    latencyUs,
  )
  return { talk, client: talk.actor(0), server: talk.actor(1) }
}

export const isResolving = ({ options }: HopSetting) => options.dns && !options.warm
