/** A drill that somebody wrote, from its file: begun, or gone on with where one with its id was begun before. */
import { parseDrill } from '../../shared/drills/parse-drill'
import { parseSession } from '../../shared/drills/session'
import { useDrill } from './drill'
import { getHost } from './host'
import { showProblems } from './show-document'

export async function beginDrillFile(name: string, text: string): Promise<void> {
  const parsed = parseDrill(text)
  if (!parsed.ok) {
    showProblems(name, parsed.problems)
    return
  }
  const kept = await getHost().call('listDrillSessions', {})
  const known = kept.ok ? kept.value.find(({ id }) => id === parsed.value.id) : undefined
  useDrill.getState().begin(parsed.value, known && parseSession(known.text))
}
