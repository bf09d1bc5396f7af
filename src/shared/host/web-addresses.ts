/** Where the loopback server answers, and how a page says who it is. No schema: the page's first lines need these. */

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
/** What names a session, and what launches one. */
export const TOKEN = /^[A-Za-z0-9_-]{43}$/
