/** The few words that the page and the loopback server share beyond the contract. */
import { z } from '../scenario/zod'

export const SESSION_PATH = '/api/session'
/** Followed by the name of the call. */
export const CALL_PATH = '/api/call/'
export const EVENTS_PATH = '/api/events'
/** In the fragment of the printed address: `#launch=TOKEN`. */
export const LAUNCH_KEY = 'launch'
/** Why the server closes a WebSocket that it does not know: it is no use to come again. */
export const SESSION_REFUSED = 4401

/** On every call: which page it comes from. A tab draws another one each time it is loaded. */
export const PAGE_HEADER = 'dryrun-page'
export const PAGE_ID = /^[0-9a-f]{32}$/

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const launchSchema = z.strictObject({ launch: token })
/** The answer to it. */
export const sessionSchema = z.strictObject({ session: token })
/** The first message over the WebSocket. */
export const greetingSchema = z.strictObject({ session: token, page: z.string().regex(PAGE_ID) })
