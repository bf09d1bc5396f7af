/** The page's first lines: connect to the host, load the words, draw. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app'
import { followSettings, showTheme } from './shell/appearance'
import { listenToHost } from './shell/host-events'
import { speak, startTexts } from './shell/i18n'
import { NoHost } from './shell/no-host'
import { keepDrills } from './state/drill-keep'
import { askRequested, openRequested } from './state/files'
import { holdFiles } from './state/holding'
import { connectHost } from './state/host'
import { loadKept } from './state/kept-storage'
import { keepCopies } from './state/recovery'
import { takeUpSettings, useSettings } from './state/settings'
import { HostConnectError } from './state/transport-web'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/page.css'

const page = document.getElementById('page')
if (!page) throw new Error('index.html has no element #page')

const texts = startTexts(useSettings.getState().language)
showTheme()
const root = createRoot(page)
try {
  await connectHost()
  const requested = askRequested()
  await Promise.all([loadKept(), texts])
  takeUpSettings()
  speak(useSettings.getState().language)
  // Asked before anything is drawn: a file given on the command line shows its board at once.
  await Promise.all([openRequested(requested), texts])
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
} catch (error) {
  if (!(error instanceof HostConnectError)) throw error
  await texts
  root.render(<NoHost reason={error.code} />)
}
