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
  command('view.zoomIn', () => wishViewport({ wish: 'zoomIn' }), onBoard),
  command('view.zoomOut', () => wishViewport({ wish: 'zoomOut' }), onBoard),
  command('view.zoom100', () => wishViewport({ wish: 'zoom100' }), onBoard),
  command('view.fitAll', () => wishViewport({ wish: 'fitAll' }), onBoard),
  command(
    'view.fitSelection',
    () => wishViewport({ wish: 'fitSelection' }),
    all(onBoard, withSelection),
  ),
  command('view.grid', () => useBoard.getState().toggleSnapToGrid(), onBoard),
  command('view.objectSnap', () => useBoard.getState().toggleSnapToObjects(), onBoard),
  command('view.find', () => useBoard.getState().openDialog({ dialog: 'find' }), onBoard),
  ...WHEELS.map((wheel) =>
    command(`view.wheel.${wheel}`, () => useSettings.getState().setWheel(wheel)),
  ),
  command('view.theme', otherTheme),
  command('view.language', otherLanguage),
] as const
