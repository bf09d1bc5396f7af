/** When a handler's inbox is marked: by the commit after `dedupe`, or by `dedupe` itself where none follows. */
import { commits } from '../../engine/actions/dedupe'
import type { Site } from './parts'

export interface Inbox {
  /** Looked up, and waiting for the commit that marks it. */
  readonly isPending: boolean
  /** Marked in a commit that is over: from here on a redelivered message stops at once. */
  readonly isMarked: boolean
  /** The transaction that marks it and is still going on. */
  readonly marking: number | undefined
}

export const NO_INBOX: Inbox = { isPending: false, isMarked: false, marking: undefined }

export function inboxAfter(site: Site, before: Inbox): Inbox {
  const { action, transaction, rest } = site
  const inbox = leavingTransaction(site, before)
  if ('dedupe' in action) {
    if (transaction !== undefined) return { ...inbox, marking: transaction }
    return rest.some(commits) ? { ...inbox, isPending: true } : { ...inbox, isMarked: true }
  }
  if (!inbox.isPending || !commits(action)) return inbox
  if (transaction !== undefined) return { ...inbox, isPending: false, marking: transaction }
  return { isPending: false, isMarked: true, marking: undefined }
}

/** What is true of the inbox when this action begins. */
export function leavingTransaction({ transaction }: Site, inbox: Inbox): Inbox {
  if (inbox.marking === undefined || inbox.marking === transaction) return inbox
  return { ...inbox, isMarked: true, marking: undefined }
}

export function joinInboxes(a: Inbox, b: Inbox): Inbox {
  return {
    isPending: a.isPending || b.isPending,
    isMarked: a.isMarked || b.isMarked,
    marking: a.marking ?? b.marking,
  }
}
