/**
 * A row and an event in two commits, where a crash between them leaves one without the other. Where a
 * redelivery makes the whole handler run again, both come in the end, and nothing is said.
 */
import { isRedelivered, waysInto } from './flow'
import { type Inbox, inboxAfter, joinInboxes, leavingTransaction, NO_INBOX } from './inbox'
import type { HandlerRead, Site } from './parts'
import type { Reading } from './reading'
import { walk } from './walk'

export interface DualWrites {
  readonly handler: HandlerRead
  /** Events whose row is saved in an earlier commit. */
  readonly afterSave: readonly Site[]
  /** Events that go out before the first row is saved. */
  readonly beforeSave: readonly Site[]
  /** The rows in question. */
  readonly saves: readonly Site[]
}

interface Known {
  readonly inbox: Inbox
  readonly saved: boolean
  readonly published: readonly Site[]
}

export function dualWritesOf(reading: Reading, handler: HandlerRead): DualWrites {
  const { calls, deliveries, frames } = waysInto(reading, handler)
  const isOnce = calls.length + frames.length > 0 || deliveries.some((one) => !isRedelivered(one))
  const isAgain = deliveries.some(isRedelivered)
  const found = writesOf(handler)
  const counts = ({ isMarked }: { isMarked: boolean }) => isOnce || (isAgain && isMarked)
  return {
    handler,
    afterSave: found.afterSave.filter(counts).map(({ site }) => site),
    beforeSave: isOnce ? found.beforeSave : [],
    saves: handler.sites.filter(({ action }) => 'save' in action),
  }
}

/** What is written in two commits, whoever makes the handler run. */
export function writesOf(handler: Pick<HandlerRead, 'parts' | 'sites'>) {
  const afterSave = new Map<Site, { readonly site: Site; readonly isMarked: boolean }>()
  const beforeSave = new Set<Site>()
  const saving = new Set(
    handler.sites.flatMap(({ action, transaction }) =>
      'save' in action && transaction !== undefined ? [transaction] : [],
    ),
  )
  walk<Known>(
    handler.parts,
    { inbox: NO_INBOX, saved: false, published: [] },
    {
      visit(site, before) {
        const { action, transaction } = site
        const isMarked = leavingTransaction(site, before.inbox).isMarked
        const known = { ...before, inbox: inboxAfter(site, before.inbox) }
        if ('save' in action) {
          if (!known.saved) for (const one of known.published) beforeSave.add(one)
          return { ...known, saved: true }
        }
        const isTogether = transaction !== undefined && saving.has(transaction)
        if (!('publish' in action) || isTogether) return known
        if (known.saved) afterSave.set(site, { site, isMarked })
        return known.saved ? known : { ...known, published: [...known.published, site] }
      },
      join: (a, b) => ({
        inbox: joinInboxes(a.inbox, b.inbox),
        saved: a.saved || b.saved,
        published: [...new Set([...a.published, ...b.published])],
      }),
    },
  )
  return { afterSave: [...afterSave.values()], beforeSave: [...beforeSave] }
}
