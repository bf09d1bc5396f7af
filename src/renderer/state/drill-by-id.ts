/** A drill that something else names: begun, or gone on with. */
import { parseDrill } from '../../shared/drills/parse-drill'
import { parseSession } from '../../shared/drills/session'
import { useDrill } from './drill'
import { getHost } from './host'

/** Says whether there is such a drill. */
export async function beginDrillById(id: string): Promise<boolean> {
  const [drills, sessions] = await Promise.all([
    getHost().call('listDrills', {}),
    getHost().call('listDrillSessions', {}),
  ])
  const found = drills.ok ? drills.value.find((one) => one.id === id) : undefined
  const parsed = found && parseDrill(found.text)
  if (!parsed?.ok) return false
  const kept = sessions.ok ? sessions.value.find((one) => one.id === id) : undefined
  useDrill.getState().begin(parsed.value, kept && parseSession(kept.text))
  return true
}
