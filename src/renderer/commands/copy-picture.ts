/** The board, or what is selected of it, as a PNG on the clipboard: as it is shown, at twice its size. */
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useNotices } from '../state/notices'
import { useSelection } from '../state/selection'
import { themeShown, useSettings } from '../state/settings'
import { pictureOf } from './board-picture'
import { paintPng } from './paint-png'

const SCALE = 2

export async function copyPicture(): Promise<void> {
  const { say } = useNotices.getState()
  const { language, theme } = useSettings.getState()
  const { ids } = useSelection.getState()
  const drawing = pictureOf(useDocument.getState().scenario, language, {
    view: 'diagram',
    legend: false,
    atStep: useBoard.getState().mode === 'run',
    ...(ids.size > 0 ? { only: ids } : {}),
  })
  const painted = paintPng(drawing, {
    theme: themeShown(theme),
    background: 'paper',
    scale: SCALE,
  })
  try {
    // Given as a promise: the clipboard is asked while the key press still counts as the user's wish.
    const png = painted.then((made) => {
      if (!made) throw new Error('not painted')
      return made.blob
    })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    const scale = (await painted)?.scale ?? SCALE
    if (scale === SCALE) say({ tone: 'good', text: 'app:notice.pictureCopied' })
    else {
      const rounded = Math.round(scale * 100) / 100
      say({ tone: 'info', text: 'app:notice.copiedSmaller', values: { scale: rounded } })
    }
  } catch {
    say({ tone: 'bad', text: 'app:notice.pictureNotCopied' })
  }
}
