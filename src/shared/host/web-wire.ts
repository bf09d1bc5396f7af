/** What the page and the loopback server tell each other beyond the contract. */
import { z } from '../scenario/zod'
import { PAGE_ID, TOKEN } from './web-addresses'

const token = z.string().regex(TOKEN)

export const launchSchema = z.strictObject({ launch: token })
/** The first message over the WebSocket. */
export const greetingSchema = z.strictObject({ session: token, page: z.string().regex(PAGE_ID) })
