/** The page's first lines: connect to the host, load the words, draw. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app'
import { followSettings } from './shell/appearance'
import { listenToHost } from './shell/host-events'
import { startTexts } from './shell/i18n'
import { connectHost } from './state/host'
import { useSettings } from './state/settings'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/page.css'

const page = document.getElementById('page')
if (!page) throw new Error('index.html has no element #page')

await startTexts(useSettings.getState().language)
await connectHost()
followSettings()
createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
listenToHost()
