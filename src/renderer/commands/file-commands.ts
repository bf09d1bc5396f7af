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
  command('file.new', newBoard),
  command('file.open', () => void open()),
  command('file.newWindow', () => void newWindow()),
  command('file.reopenClosed', () => void reopenClosed()),
  command('file.save', () => void save(), onBoard),
  command('file.saveAs', () => void saveAs(), onBoard),
  command('file.export', () => useBoard.getState().openDialog({ dialog: 'export' }), onBoard),
  command('file.start', () => useBoard.getState().show('start'), onBoard),
] as const
