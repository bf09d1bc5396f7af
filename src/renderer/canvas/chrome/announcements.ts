/** Which changes of the board are said aloud, and in which words. */
import i18next from 'i18next'
import { create } from 'zustand'
import type { Entry } from '../../../shared/scenario/history'
import type { Scenario } from '../../../shared/scenario/scenario'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import { nameOfThing } from '../model/labels'
import { positionsOf } from '../model/positions'

export const useAnnouncement = create<{ readonly words: string }>()(() => ({ words: '' }))

export function announce(words: string): void {
  useAnnouncement.setState({ words })
}

/** Returns the way to stop. */
export function startAnnouncing(): () => void {
  return useDocument.subscribe((now, before) => {
    if (now.scenario === before.scenario || now.touched !== before.touched) return
    const entry = now.edited.past.at(-1)
    if (entry) announce(wordsFor(entry.label, entry.touched, now.scenario, before.scenario))
  })
}

function wordsFor(
  edit: Entry['label'],
  touched: readonly string[],
  now: Scenario,
  before: Scenario,
): string {
  const { language } = useSettings.getState()
  const t = i18next.getFixedT(language, 'canvas')
  const [first = ''] = touched
  const count = touched.length
  switch (edit) {
    case 'move': {
      const at = positionsOf(now, new Set([first])).get(first)
      const name = nameOfThing(now, first, language)
      if (count === 1 && at) return t('said.moved', { name, x: at.x, y: at.y })
      return t('said.movedMany', { count })
    }
    case 'arrange':
      return t('said.arranged', { count })
    case 'addService':
    case 'addConnection':
    case 'addZone':
    case 'addNote':
      return t('said.added', { name: nameOfThing(now, first, language) })
    case 'insert':
      return t('said.addedMany', { count })
    case 'remove':
      return count === 1
        ? t('said.removed', { name: nameOfThing(before, first, language) })
        : t('said.removedMany', { count })
    default:
      return ''
  }
}
