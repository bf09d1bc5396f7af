/** What either transport carries back for a call: the output, or the problem of a call that was not understood. */
import type { Problem } from '../base/problem'
import { z } from '../scenario/zod'
import { type CallName, type CallOutput, CONTRACT, problemSchema } from './contract'

export const replySchema = z.discriminatedUnion('reply', [
  z.strictObject({ reply: z.literal('output'), output: z.unknown() }),
  z.strictObject({ reply: z.literal('refused'), problem: problemSchema }),
])
export type Reply =
  | { readonly reply: 'output'; readonly output: unknown }
  | { readonly reply: 'refused'; readonly problem: Problem }

export const isCallName = (name: string): name is CallName => Object.hasOwn(CONTRACT, name)

/**
 * The output that a reply carries. A refusal becomes the call's own failed outcome; for the few calls that
 * cannot fail it is our mistake, and thrown. The host is trusted here: tests check every output by schema.
 */
export function outputOf<Name extends CallName>(name: Name, reply: Reply): CallOutput<Name> {
  if (reply.reply === 'output') return reply.output as CallOutput<Name>
  const failure = failedOutput(name, reply.problem)
  if (failure === undefined) throw new Error(reply.problem.message)
  return failure
}

/** How a call says that it failed with this problem; undefined for one that cannot say so. */
export function failedOutput<Name extends CallName>(
  name: Name,
  problem: Problem,
): CallOutput<Name> | undefined {
  const output = CONTRACT[name].output.safeParse({ ok: false, problems: [problem] })
  return output.success ? (output.data as CallOutput<Name>) : undefined
}
