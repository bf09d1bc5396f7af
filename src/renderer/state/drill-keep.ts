/** Keeps the drill that is being done with the host: soon after every change, and the time every few seconds. */
import { isDrawn } from '../../shared/drills/drill'
import { printSession } from '../../shared/drills/session'
import { type Screen, useBoard } from './board'
import { useDocument } from './document'
import { sessionNow, useDrill } from './drill'
import { stopWatching, watching } from './drill-watch'
import { getHost } from './host'

/** Before the recovery copy that an unsaved document would get. */
const SOON_MS = 500
const TIME_MS = 5_000

let soon: ReturnType<typeof setTimeout> | undefined

function keep(): void {
  clearTimeout(soon)
  soon = undefined
  const session = sessionNow()
  if (session === null) return
  const { drill } = useDrill.getState()
  const { scenario, origin, markSaved } = useDocument.getState()
  const isTheAnswer = drill !== null && isDrawn(drill) && !watching()
  void getHost()
    .call('keepDrillSession', { id: session.drill, text: printSession(session) })
    .then((answer) => {
      // Where the host has it, it is as good as saved: nothing needs to be asked on leaving.
      if (answer.ok && isTheAnswer && useDocument.getState().scenario === scenario)
        markSaved(scenario, origin)
    })
}

function keepSoon(): void {
  if (useDrill.getState().drill === null) return
  soon ??= setTimeout(keep, SOON_MS)
}

/** From these a drill is gone back to by beginning it. */
function isElsewhere(screen: Screen): boolean {
  return screen === 'start' || screen === 'cards' || screen === 'gallery'
}

/** Once, when the page has started. */
export function keepDrills(): void {
  useDrill.subscribe((now, before) => {
    if (now.session !== before.session || now.clock !== before.clock) keepSoon()
  })
  useDocument.subscribe((now, before) => {
    if (watching()) return
    const { document } = useDrill.getState()
    // Something else was opened over the answer, which waits on the start page as it was last kept.
    if (document !== null && now.draft !== document) useDrill.getState().leave()
    else if (now.scenario !== before.scenario) keepSoon()
  })
  setInterval(() => {
    if (useDrill.getState().clock.startedMs !== null) keep()
  }, TIME_MS)
  window.addEventListener('pagehide', keep)
  useBoard.subscribe((now, before) => {
    // A run is not drawn in: who wants to edit wants the answer.
    if (watching() && now.mode === 'edit' && before.mode === 'run') stopWatching()
    const isLeft = isElsewhere(now.screen) && !isElsewhere(before.screen)
    if (!isLeft || useDrill.getState().drill === null) return
    stopWatching()
    keep()
    useDrill.getState().leave()
  })
}
