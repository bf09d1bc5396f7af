/** Chromium cannot be taught a scheme from outside, so `app://dryrun/` is shown to it as a secure https address. */
const SEEN_SUFFIX = '.stand-in'

/** `app://dryrun/x` as Chromium sees it: `https://dryrun.stand-in/x`. Everything else stays. */
export function seenAddress(address: string): string {
  const [, host, rest] = /^app:\/\/([a-z]+)(\/.*)?$/.exec(address) ?? []
  return host === undefined ? address : `https://${host}${SEEN_SUFFIX}${rest ?? '/'}`
}

/** The other way: what the application is told. */
export function ownAddress(seen: string): string {
  const [, host, rest] = /^https:\/\/([a-z]+)\.stand-in(\/.*)?$/.exec(seen) ?? []
  return host === undefined ? seen : `app://${host}${rest ?? '/'}`
}
