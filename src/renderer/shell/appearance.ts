/** Keeps the page in the language and the theme of the settings, and tells the host the language. */
import { getHost } from '../state/host'
import { useNotices } from '../state/notices'
import { onSystemTheme, themeShown, useSettings } from '../state/settings'
import { speak } from './i18n'

export function showTheme(): void {
  document.documentElement.dataset.theme = themeShown(useSettings.getState().theme)
}

export function followSettings(): void {
  showTheme()
  onSystemTheme(showTheme)
  void getHost().call('setLanguage', { language: useSettings.getState().language })
  useSettings.subscribe((now, before) => {
    if (now.theme !== before.theme) showTheme()
    if (now.language === before.language) return
    speak(now.language).catch(() => {
      useNotices.getState().say({ tone: 'bad', text: 'app:part.failed' })
    })
    void getHost().call('setLanguage', { language: now.language })
  })
}
