/**
 * Who may call the loopback server. The launch token is in the fragment of the printed address, which no
 * browser sends anywhere; the page gives it in exchange for a session of its own and drops it from its
 * address. The token stays good while the server runs: the printed address has to work in a second tab and
 * after the tab was closed, and who can read the terminal could as well read the user's files. Sessions are
 * kept by the page in sessionStorage, which lasts over a reload and is not shared with another port.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const TOKEN_BYTES = 32
/** A tab is one session; the oldest is forgotten. */
const SESSIONS_MAX = 64

export class Sessions {
  /** 256 bits, base64url. */
  readonly launchToken = newToken()
  private readonly launchDigest = digest(this.launchToken)
  private readonly digests: Buffer[] = []

  /** A session for who knows the launch token. */
  exchange(token: string): string | undefined {
    if (!timingSafeEqual(digest(token), this.launchDigest)) return undefined
    const session = newToken()
    this.digests.push(digest(session))
    if (this.digests.length > SESSIONS_MAX) this.digests.shift()
    return session
  }

  /** Compared by digests of equal length and over all of them, so that time tells nothing. */
  isValid(session: string): boolean {
    const given = digest(session)
    let valid = false
    for (const known of this.digests) valid = timingSafeEqual(given, known) || valid
    return valid
  }
}

const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

const digest = (token: string): Buffer => createHash('sha256').update(token).digest()
