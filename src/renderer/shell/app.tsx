/** The whole page: one of two screens, and over them dialogs and messages. */
import { CSPProvider } from '@base-ui/react/csp-provider'
import { useEffect } from 'react'
import { listenToClipboard } from '../commands/clipboard'
import { listenToKeys } from '../commands/key-dispatcher'
import { useBoard } from '../state/board'
import { TooltipProvider } from '../ui/tooltip'
import { Dialogs } from './dialogs/dialogs'
import { listenToDrops } from './dropped-file'
import { ErrorBoundary } from './error-boundary'
import { Messages } from './messages'
import { SCREENS } from './screens'

const TOOLTIP_AFTER_MS = 500

export function App() {
  const Screen = SCREENS[useBoard((board) => board.screen)]
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
          <Screen />
          <Dialogs />
        </ErrorBoundary>
        <Messages />
      </TooltipProvider>
    </CSPProvider>
  )
}
