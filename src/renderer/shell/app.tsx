/** The whole page: one of two screens, and over them dialogs and messages. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { useEffect } from 'react'
import { CardsPage } from '../cards/cards-page'
import { CardsSection } from '../cards/cards-section'
import { listenToClipboard } from '../commands/clipboard'
import { listenToKeys } from '../commands/key-dispatcher'
import { DrillList } from '../drills/drill-list'
import { DrillPage } from '../drills/drill-page'
import { Gallery } from '../gallery/gallery'
import { StartPage } from '../start/start-page'
import { type Screen, useBoard } from '../state/board'
import { TooltipProvider } from '../ui/tooltip'
import { BoardScreen } from './board-screen'
import { deliverFile } from './deliver-file'
import { Dialogs } from './dialogs/dialogs'
import { listenToDrops } from './dropped-file'
import { ErrorBoundary } from './error-boundary'
import { Messages } from './messages'

const TOOLTIP_AFTER_MS = 500

/** One of a few: what is worked on has the window to itself. */
function Screens({ screen }: { readonly screen: Screen }) {
  if (screen === 'board') return <BoardScreen />
  if (screen === 'gallery') return <Gallery />
  if (screen === 'drill') return <DrillPage deliver={deliverFile} />
  if (screen === 'cards') return <CardsPage deliver={deliverFile} />
  return (
    <StartPage>
      <CardsSection />
      <DrillList />
    </StartPage>
  )
}

export function App() {
  const screen = useBoard((board) => board.screen)
  useEffect(() => {
    const stops = [listenToKeys(), listenToClipboard(), listenToDrops()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    // The content policy allows no <style> elements made at run time.
    <CSPProvider disableStyleElements>
      <TooltipProvider delay={TOOLTIP_AFTER_MS}>
        <ErrorBoundary>
          <Screens screen={screen} />
          <Dialogs />
        </ErrorBoundary>
        <Messages />
      </TooltipProvider>
    </CSPProvider>
  )
}
