/** Which verbs of the command table stand in which native menu, and in what order. */
import type { CommandId } from '../../shared/commands/command-table'

/** A dash is a separator; how a program is left and fills the screen is the system's own. */
export type Entry = CommandId | '-' | 'leave' | 'fullScreen'

export const MENU_BAR = {
  file: [
    'file.new',
    'file.newWindow',
    'file.open',
    'file.reopenClosed',
    'file.start',
    'file.cards',
    '-',
    'file.save',
    'file.saveAs',
    'file.export',
    '-',
    'leave',
  ],
  edit: [
    'edit.undo',
    'edit.redo',
    '-',
    'edit.cut',
    'edit.copy',
    'edit.copyPicture',
    'edit.paste',
    'edit.duplicate',
    'edit.delete',
    'edit.selectAll',
    '-',
    'edit.group',
    'edit.ungroup',
    'edit.lock',
    'edit.toFront',
    'edit.toBack',
  ],
  view: [
    'view.find',
    'help.palette',
    '-',
    'view.zoomIn',
    'view.zoomOut',
    'view.zoom100',
    'view.fitAll',
    'view.fitSelection',
    'layout.tidyUp',
    '-',
    'view.grid',
    'view.objectSnap',
    'view.theme',
    'view.language',
    '-',
    'fullScreen',
  ],
  run: [
    'mode.run',
    'mode.edit',
    '-',
    'run.forward',
    'run.back',
    'run.playPause',
    'run.first',
    'run.last',
    '-',
    'run.findFailures',
    'run.load',
  ],
  help: ['help.shortcuts', 'help.gallery'],
} as const satisfies Readonly<Record<string, readonly Entry[]>>

export type MenuTitle = keyof typeof MENU_BAR
