/** What is seen and how: zoom, theme, language. Nothing here touches the scenario. */
import { useBoard } from '../state/board'
import { themeShown, useSettings } from '../state/settings'
import { wishViewport } from '../state/viewport'
import { command } from './command'
import { all, onBoard, withSelection } from './conditions'

function otherTheme(): void {
  const { theme, setTheme } = useSettings.getState()
  setTheme(themeShown(theme) === 'dark' ? 'light' : 'dark')
}

function otherLanguage(): void {
  const { language, setLanguage } = useSettings.getState()
  setLanguage(language === 'en' ? 'ru' : 'en')
}

/** What turns the view: guessed, or as the user says. */
const WHEELS = ['auto', 'mouse', 'trackpad'] as const

export const VIEW_COMMANDS = [
  command('view.zoomIn', 'view', ['Mod++', 'Mod+='], () => wishViewport({ wish: 'zoomIn' }), {
    enabled: onBoard,
  }),
  command('view.zoomOut', 'view', ['Mod+-', 'Mod+_'], () => wishViewport({ wish: 'zoomOut' }), {
    enabled: onBoard,
  }),
  command('view.zoom100', 'view', ['Mod+0'], () => wishViewport({ wish: 'zoom100' }), {
    enabled: onBoard,
  }),
  command('view.fitAll', 'view', ['Shift+1'], () => wishViewport({ wish: 'fitAll' }), {
    enabled: onBoard,
  }),
  command('view.fitSelection', 'view', ['Shift+2'], () => wishViewport({ wish: 'fitSelection' }), {
    enabled: all(onBoard, withSelection),
  }),
  command('view.grid', 'view', ["Mod+'", 'Alt+G'], () => useBoard.getState().toggleSnapToGrid(), {
    enabled: onBoard,
  }),
  command('view.objectSnap', 'view', ['Alt+S'], () => useBoard.getState().toggleSnapToObjects(), {
    enabled: onBoard,
  }),
  command(
    'view.find',
    'view',
    ['Mod+F', 'F3'],
    () => useBoard.getState().openDialog({ dialog: 'find' }),
    {
      enabled: onBoard,
    },
  ),
  ...WHEELS.map((wheel) =>
    command(`view.wheel.${wheel}`, 'view', [], () => useSettings.getState().setWheel(wheel)),
  ),
  command('view.theme', 'view', ['Alt+Shift+D'], otherTheme),
  command('view.language', 'view', ['Alt+Shift+L'], otherLanguage),
] as const
