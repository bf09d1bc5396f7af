/** What the user prefers on this machine: language, theme, motion. Kept by the host. */
import { create } from 'zustand'
import type { Theme } from '../../shared/drawing/shape'
import type { Language } from '../../shared/scenario/text'
import { keptStorage } from './kept-storage'

export type ThemeChoice = Theme | 'system'
export type WheelChoice = 'auto' | 'mouse' | 'trackpad'

interface Kept {
  readonly language: Language
  readonly theme: ThemeChoice
  readonly wheel: WheelChoice
}

interface SettingsState extends Kept {
  setLanguage(language: Language): void
  setTheme(theme: ThemeChoice): void
  setWheel(wheel: WheelChoice): void
}

const STORED_AS = 'dryrun.settings'

function systemLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en'
}

function defaults(): Kept {
  return { language: systemLanguage(), theme: 'system', wheel: 'auto' }
}

function stored(): Kept {
  const kept = defaults()
  try {
    const found: unknown = JSON.parse(keptStorage.getItem(STORED_AS) ?? '{}')
    if (typeof found !== 'object' || found === null) return kept
    const { language, theme, wheel } = found as Record<string, unknown>
    return {
      language: language === 'en' || language === 'ru' ? language : kept.language,
      theme: theme === 'light' || theme === 'dark' ? theme : kept.theme,
      wheel: wheel === 'mouse' || wheel === 'trackpad' ? wheel : kept.wheel,
    }
  } catch {
    // It may hold what another version wrote: the defaults are always right.
    return kept
  }
}

function keep({ language, theme, wheel }: Kept): void {
  keptStorage.setItem(STORED_AS, JSON.stringify({ language, theme, wheel }))
}

export const useSettings = create<SettingsState>()((set) => ({
  ...defaults(),
  setLanguage: (language) => set({ language }),
  setTheme: (theme) => set({ theme }),
  setWheel: (wheel) => set({ wheel }),
}))

/** Once the host's are there; from then on every change is kept. */
export function takeUpSettings(): void {
  useSettings.setState(stored())
  useSettings.subscribe(keep)
}

const darkScheme = window.matchMedia('(prefers-color-scheme: dark)')

/** The theme to draw in now: the user's, or the system's. */
export function themeShown(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice
  return darkScheme.matches ? 'dark' : 'light'
}

/** Calls back when the system changes its scheme; returns the way to stop. */
export function onSystemTheme(listener: () => void): () => void {
  darkScheme.addEventListener('change', listener)
  return () => darkScheme.removeEventListener('change', listener)
}
