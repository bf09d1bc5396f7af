/** The two catalogues, one namespace a file. Keys hold dots, so nothing but `:` separates. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/scenario/text'

const files = import.meta.glob<Record<string, string>>('../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
})

function catalogues(): Record<string, Record<string, Record<string, string>>> {
  const all: Record<string, Record<string, Record<string, string>>> = {}
  for (const [path, texts] of Object.entries(files)) {
    const [, language, namespace] = /\/([a-z]+)\/([\w-]+)\.json$/.exec(path) ?? []
    if (!language || !namespace) continue
    all[language] = { ...all[language], [namespace]: texts }
  }
  return all
}

export async function startTexts(language: Language): Promise<void> {
  document.documentElement.lang = language
  await i18next.use(initReactI18next).init({
    resources: catalogues(),
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'app',
    keySeparator: false,
    nsSeparator: ':',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  })
}

export function speak(language: Language): void {
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}
