/**
 * What an editor's user has in the fingers, row by row: the action and what Dryrun answers to. Each row is
 * walked by `shortcut-table.spec.ts`; `tests/editor-rows.test.ts` holds the keys against the command table.
 */
import type { CommandId } from '../../../src/shared/commands/command-table'

interface ShortcutRow {
  /** As the comparison of editors says it. */
  readonly says: string
  readonly commands: readonly CommandId[]
}

export const SHORTCUT_ROWS = {
  'Select and hand': { says: 'V / H', commands: ['tool.select', 'tool.hand'] },
  Pan: { says: 'Space+drag, middle-drag', commands: [] },
  Connector: { says: 'C, plus handle drag', commands: ['tool.connect'] },
  'Box select': { says: 'drag on pane, partial', commands: [] },
  'Add to selection': { says: 'Shift or Ctrl', commands: [] },
  'Select all': { says: 'Ctrl+A', commands: ['edit.selectAll'] },
  'Cut, copy, paste': { says: 'std', commands: ['edit.cut', 'edit.copy', 'edit.paste'] },
  Duplicate: { says: 'Ctrl+D, Alt+drag', commands: ['edit.duplicate'] },
  Delete: { says: 'Delete and Backspace', commands: ['edit.delete'] },
  'Undo and redo': {
    says: 'Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y',
    commands: ['edit.undo', 'edit.redo'],
  },
  'Group and ungroup': { says: 'Ctrl+G, Ctrl+Shift+G', commands: ['edit.group', 'edit.ungroup'] },
  Frame: { says: 'F', commands: ['tool.zone'] },
  Align: {
    says: 'Ctrl+Shift+arrows',
    commands: ['edit.alignLeft', 'edit.alignRight', 'edit.alignTop', 'edit.alignBottom'],
  },
  Distribute: {
    says: 'Alt+H / Alt+V',
    commands: ['edit.distributeAcross', 'edit.distributeDown'],
  },
  'Front and back': { says: 'Ctrl+Shift+] [', commands: ['edit.toFront', 'edit.toBack'] },
  Nudge: {
    says: 'grid, Shift ×5',
    commands: [
      'edit.nudgeLeft',
      'edit.nudgeLeftFar',
      'edit.nudgeRight',
      'edit.nudgeRightFar',
      'edit.nudgeUp',
      'edit.nudgeUpFar',
      'edit.nudgeDown',
      'edit.nudgeDownFar',
    ],
  },
  'Quick-add': {
    says: 'Ctrl+arrow + drag-to-empty',
    commands: ['edit.quickAddLeft', 'edit.quickAddRight', 'edit.quickAddUp', 'edit.quickAddDown'],
  },
  'Edit label': { says: 'Enter/F2/dbl-click', commands: ['edit.rename'] },
  Zoom: {
    says: 'Ctrl +/−/0, 0.1–4',
    commands: ['view.zoomIn', 'view.zoomOut', 'view.zoom100'],
  },
  Fit: { says: 'Shift+1 / Shift+2', commands: ['view.fitAll', 'view.fitSelection'] },
  'Grid and object snap': { says: "Ctrl+' / Alt+S", commands: ['view.grid', 'view.objectSnap'] },
  Lock: { says: 'Ctrl+Shift+L', commands: ['edit.lock'] },
  Theme: { says: 'Alt+Shift+D', commands: ['view.theme', 'view.language'] },
  'Palette, find, help': {
    says: 'Ctrl+Shift+P / Ctrl+F / ?',
    commands: ['help.palette', 'view.find', 'help.shortcuts'],
  },
  Export: {
    says: 'Ctrl+Shift+E; Shift+Alt+C',
    commands: ['file.export', 'edit.copyPicture'],
  },
  'New and reopen': { says: 'Ctrl+Shift+T', commands: ['file.new', 'file.reopenClosed'] },
  'Tidy up': { says: 'its own', commands: ['layout.tidyUp'] },
  'Step out': { says: 'Esc', commands: ['edit.escape'] },
  Run: {
    says: 'its own',
    commands: [
      'mode.run',
      'run.forward',
      'run.back',
      'run.last',
      'run.first',
      'run.playPause',
      'run.findFailures',
      'run.load',
      'mode.edit',
    ],
  },
} as const satisfies Readonly<Record<string, ShortcutRow>>

export type ShortcutRowName = keyof typeof SHORTCUT_ROWS

/** Keys that leave the page or ask the system: the spec that walks them does it by the pages' words for it. */
export const WALKED_ELSEWHERE = {
  'file.open': 'tests/e2e/pages/files.ts',
  'file.save': 'tests/e2e/pages/files.ts',
  'file.saveAs': 'tests/e2e/pages/files.ts',
  'file.newWindow': 'tests/e2e/desktop-host.spec.ts',
  'cards.show': 'tests/e2e/cards.spec.ts',
  'cards.again': 'tests/e2e/cards.spec.ts',
  'cards.easy': 'tests/e2e/cards.spec.ts',
  'cards.undo': 'tests/e2e/cards.spec.ts',
} as const satisfies Partial<Readonly<Record<CommandId, string>>>

/** Between the two ends of a row of ratings, whose keys are walked: these differ from them in the number alone. */
export const LIKE_OTHERS: readonly CommandId[] = ['cards.hard', 'cards.good']
