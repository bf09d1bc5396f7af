/** The page: connect to the host, load the words, draw. */
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { App } from './shell/app'
import { followSettings, showTheme } from './shell/appearance'
import { listenToHost } from './shell/host-events'
import { haveTexts, speak, startTexts } from './shell/i18n'
import { NoHost } from './shell/no-host'
import { runIfFresh } from './shell/run-on-open'
import { SCREENS } from './shell/screens'
import { useBoard } from './state/board'
import { keepDrills } from './state/drill-keep'
import { askRequested, openRequested } from './state/files'
import { holdFiles } from './state/holding'
import { connectHost } from './state/host'
import { loadKept } from './state/kept-storage'
import { keepCopies } from './state/recovery'
import { takeUpSettings, useSettings } from './state/settings'
import { HostConnectError } from './state/web-session'
import { fetchAhead, fetchPartsWhenIdle } from './ui/part'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/page.css'

const page = document.getElementById('page')
if (!page) throw new Error('index.html has no element #page')

showTheme()
void start(createRoot(page))

/** Not awaited at the top of the module: parts import what is in it, and would wait for one another. */
async function start(root: Root): Promise<void> {
  const texts = startTexts(useSettings.getState().language)
  try {
    await connectHost()
    const requested = askRequested()
    await Promise.all([loadKept(), texts])
    takeUpSettings()
    // Asked before anything is drawn: a file given on the command line shows its board at once.
    await Promise.all([openRequested(requested), speak(useSettings.getState().language)])
    const { screen } = useBoard.getState()
    await SCREENS[screen].fetch()
    if (screen === 'board') runIfFresh()
    followSettings()
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
    listenToHost()
    keepCopies()
    holdFiles()
    keepDrills()
    fetchAhead(() => Promise.all([haveTexts('en'), haveTexts('ru')]))
    fetchPartsWhenIdle()
  } catch (error) {
    if (!(error instanceof HostConnectError)) throw error
    await texts
    root.render(<NoHost reason={error.code} />)
  }
}
