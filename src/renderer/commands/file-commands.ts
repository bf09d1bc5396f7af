/** New, open, save, export: what happens to the scenario as a file. */
import { useBoard } from '../state/board'
import { newBoard, openByDialog, reopenClosed, save, saveAs } from '../state/files'
import { getHost } from '../state/host'
import { command } from './command'
import { onBoard } from './conditions'

async function open(): Promise<void> {
  const { dialogs } = await getHost().call('hostInfo', {})
  openByDialog(dialogs)
}

/** A window on the desktop; elsewhere a tab, which takes the session over from this one. */
async function newWindow(): Promise<void> {
  const { host } = await getHost().call('hostInfo', {})
  if (host === 'desktop') await getHost().call('newWindow', {})
  else window.open(location.pathname, '_blank')
}

export const FILE_COMMANDS = [
  // Ctrl+N belongs to the browser where there is one; the second binding always arrives.
  command('file.new', 'file', ['Mod+N', 'Alt+Shift+N'], newBoard, { inFields: true }),
  command('file.open', 'file', ['Mod+O'], () => void open(), { inFields: true }),
  command('file.newWindow', 'file', ['Mod+Shift+N'], () => void newWindow(), { inFields: true }),
  command('file.reopenClosed', 'file', [], () => void reopenClosed()),
  command('file.save', 'file', ['Mod+S'], () => void save(), { enabled: onBoard, inFields: true }),
  command('file.saveAs', 'file', ['Mod+Shift+S'], () => void saveAs(), {
    enabled: onBoard,
    inFields: true,
  }),
  command(
    'file.export',
    'file',
    ['Mod+Shift+E'],
    () => useBoard.getState().openDialog({ dialog: 'export' }),
    { enabled: onBoard, inFields: true },
  ),
  command('file.start', 'file', [], () => useBoard.getState().show('start'), { enabled: onBoard }),
] as const
