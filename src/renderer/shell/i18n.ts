/**
 * The catalogue of the language in use, one namespace a file. The other language's is fetched when it is first
 * chosen, or when the page has nothing to do: both have the same keys, so neither needs the other. Keys hold dots, so nothing but `:` separates.
 */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/scenario/text'

type Texts = Readonly<Record<string, string>>

const CATALOGUES: Readonly<Record<Language, () => Promise<Readonly<Record<string, Texts>>>>> = {
  en: () => import('./english').then((catalogue) => catalogue.ENGLISH),
  ru: () => import('./russian').then((catalogue) => catalogue.RUSSIAN),
}

export async function startTexts(language: Language): Promise<void> {
  document.documentElement.lang = language
  await i18next.use(initReactI18next).init({
    resources: { [language]: await CATALOGUES[language]() },
    lng: language,
    defaultNS: 'app',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: ':',
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  })
}

/** Rejects where the catalogue cannot be fetched. */
export async function haveTexts(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'app')) return
  const catalogue = await CATALOGUES[language]()
  for (const [namespace, texts] of Object.entries(catalogue)) {
    i18next.addResourceBundle(language, namespace, texts)
  }
}

/** Rejects where the catalogue cannot be fetched: the page goes on in the language that it has. */
export async function speak(language: Language): Promise<void> {
  await haveTexts(language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}
