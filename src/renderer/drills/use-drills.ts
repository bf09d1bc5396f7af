/** The built-in drills and what was done at them. */
import { useEffect, useState } from 'react'
import type { Drill } from '../../shared/drills/drill'
import { parseDrill } from '../../shared/drills/parse-drill'
import { parseSession, type Session } from '../../shared/drills/session'
import { getHost } from '../state/host'

export interface KnownDrill {
  readonly drill: Drill
  readonly session: Session | undefined
}

let drills: readonly Drill[] | undefined

async function load(): Promise<readonly KnownDrill[]> {
  if (drills === undefined) {
    const answer = await getHost().call('listDrills', {})
    drills = (answer.ok ? answer.value : []).flatMap(({ text }) => {
      const parsed = parseDrill(text)
      return parsed.ok ? [parsed.value] : []
    })
  }
  const kept = await getHost().call('listDrillSessions', {})
  const sessions = new Map(
    (kept.ok ? kept.value : []).map(({ id, text }) => [id, parseSession(text)]),
  )
  return drills.map((drill) => ({ drill, session: sessions.get(drill.id) }))
}

/** undefined until the host has answered. Asked for again each time the list is shown. */
export function useDrills(): readonly KnownDrill[] | undefined {
  const [known, setKnown] = useState<readonly KnownDrill[]>()
  useEffect(() => {
    let gone = false
    void load().then((loaded) => {
      if (!gone) setKnown(loaded)
    })
    return () => {
      gone = true
    }
  }, [])
  return known
}
