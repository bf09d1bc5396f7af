/**
 * Keeps a copy of unsaved edits with the host, against a crash of either side. The host drops it when it has
 * acknowledged a save; here it is given up when the user does, or when there is nothing unsaved any more.
 */
import { printScenario } from '../../shared/scenario/print'
import { textIn } from '../../shared/scenario/text'
import { Autosave } from './autosave'
import { isUnsaved, useDocument } from './document'
import { getHost } from './host'
import { useNotices } from './notices'
import { useSettings } from './settings'

type Document = ReturnType<typeof useDocument.getState>

/** One call after another: over HTTP two that are under way at once may arrive in any order. */
let turn: Promise<unknown> = Promise.resolve()
/** Drafts of which the host may have a copy. */
const kept = new Set<string>()
let failing = false

/** Resolves when all copies asked for so far have been kept or given up. A save waits for it. */
export const copiesSettled = (): Promise<unknown> => turn

/** Listens to the document from now on. */
export function keepCopies(): void {
  const autosave = new Autosave(() => keep(useDocument.getState()))
  useDocument.subscribe((now, before) => {
    if (now.draft !== before.draft) {
      autosave.cancel()
      giveUpCopies(before.draft)
      if (isUnsaved(now)) autosave.changed()
      return
    }
    if (!isUnsaved(now)) {
      autosave.cancel()
      giveUpCopies(now.draft)
    } else if (now.scenario !== before.scenario || now.origin !== before.origin) {
      autosave.changed()
    }
  })
  // A tab in the background may be frozen or thrown away without another word.
  const flush = () => autosave.flush()
  document.addEventListener('visibilitychange', () => document.hidden && flush())
  window.addEventListener('pagehide', flush)
}

/** The user no longer wants these edits back. */
export function giveUpCopies(draft: string): void {
  if (!kept.delete(draft)) return
  // A host that is gone offers them at its next start: better than losing what somebody wanted.
  turn = turn.then(() => getHost().call('dropRecovery', { draft })).catch(() => undefined)
}

/** The host has copies of this document, although none was made here: it was recovered. */
export function adoptCopies(draft: string): void {
  kept.add(draft)
}

function keep({ draft, scenario, origin }: Document): void {
  kept.add(draft)
  const input = {
    draft,
    title: textIn(scenario.title, useSettings.getState().language),
    handle: origin.handle ?? null,
    revision: origin.revision ?? null,
    text: printScenario(scenario),
  }
  turn = turn
    .then(async () => {
      const answer = await getHost().call('keepRecovery', input)
      if (!answer.ok && !failing) {
        const values = { reason: answer.problems[0]?.values?.reason ?? '' }
        useNotices.getState().say({ tone: 'bad', text: 'app:notice.notKept', values })
      }
      failing = !answer.ok
    })
    .catch(() => undefined)
}
