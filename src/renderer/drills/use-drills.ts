/** The built-in drills, those that the user brought, and what was done at them. */
import { useEffect, useState } from 'react'
import type { Drill } from '../../shared/drills/drill'
import { parseDrill } from '../../shared/drills/parse-drill'
import { parseSession, type Session } from '../../shared/drills/session'
import { getHost } from '../state/host'

export interface KnownDrill {
  readonly drill: Drill
  readonly session: Session | undefined
  /** The user brought it: the text of its file, to put it back when it was taken off the list. */
  readonly own: string | undefined
}

/** By their text: the built-in ones are the same each time. */
const parsedDrills = new Map<string, Drill>()

function checked(text: string): Drill | undefined {
  const parsed = parseDrill(text)
  return parsed.ok ? parsed.value : undefined
}

/** The product's own are what the tests have found them to be: checking twenty at each start is time for nothing. */
function drillOf(text: string, own: boolean): Drill | undefined {
  const known = parsedDrills.get(text)
  if (known !== undefined) return known
  const drill = own ? checked(text) : (JSON.parse(text) as Drill)
  if (drill !== undefined) parsedDrills.set(text, drill)
  return drill
}

async function load(): Promise<readonly KnownDrill[]> {
  const answer = await getHost().call('listDrills', {})
  const drills = (answer.ok ? answer.value : []).flatMap(({ text, own }) => {
    const drill = drillOf(text, own)
    return drill === undefined ? [] : [{ drill, own: own ? text : undefined }]
  })
  const kept = await getHost().call('listDrillSessions', {})
  const sessions = new Map(
    (kept.ok ? kept.value : []).map(({ id, text }) => [id, parseSession(text)]),
  )
  return drills.map(({ drill, own }) => ({ drill, own, session: sessions.get(drill.id) }))
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
