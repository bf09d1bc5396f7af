/** A drill that somebody wrote, from its file: begun, or gone on with where one with its id was begun before. */
import { parseDrill } from '../../shared/drills/parse-drill'
import { parseSession } from '../../shared/drills/session'
import { useDrill } from './drill'
import { getHost } from './host'
import { showProblems } from './show-document'

/** @param isSafe the user has said already what becomes of the board that is there. */
export async function beginDrillFile(name: string, text: string, isSafe = false): Promise<void> {
  const parsed = parseDrill(text)
  if (!parsed.ok) {
    showProblems(name, parsed.problems)
    return
  }
  // Where it cannot be kept it is done all the same; it is not listed then.
  await getHost().call('keepOwnDrill', { id: parsed.value.id, text })
  const kept = await getHost().call('listDrillSessions', {})
  const known = kept.ok ? kept.value.find(({ id }) => id === parsed.value.id) : undefined
  useDrill.getState().begin(parsed.value, known && parseSession(known.text), isSafe)
}
