/**
 * Every verb of the page: its id, its group and its keys, once. The page's keys, menus, tooltips, palette and
 * list of shortcuts read it, and so does the host's native menu. What a verb does stands in the page.
 */

export const COMMAND_GROUPS = ['file', 'edit', 'view', 'tools', 'run', 'cards', 'help'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

export interface CommandRow {
  readonly group: CommandGroup
  /**
   * `Mod+Shift+Z`: Mod is Ctrl, or Cmd on a Mac. The first is shown; the others are for keyboards where
   * the first is out of reach.
   */
  readonly keys: readonly string[]
  /** Its keys work while a text is being typed, too. */
  readonly inFields?: true
  /** The browser turns these keys into clipboard events itself, which need no permission. */
  readonly byBrowser?: true
}

/** Rows in the order in which the list of shortcuts shows them. */
export const COMMAND_TABLE = {
  // Ctrl+N and Ctrl+Shift+T belong to the browser where there is one; the second binding always arrives.
  'file.new': { group: 'file', keys: ['Mod+N', 'Alt+Shift+N'], inFields: true },
  'file.open': { group: 'file', keys: ['Mod+O'], inFields: true },
  'file.newWindow': { group: 'file', keys: ['Mod+Shift+N'], inFields: true },
  'file.reopenClosed': { group: 'file', keys: ['Mod+Shift+T', 'Alt+Shift+O'], inFields: true },
  'file.save': { group: 'file', keys: ['Mod+S'], inFields: true },
  'file.saveAs': { group: 'file', keys: ['Mod+Shift+S'], inFields: true },
  'file.export': { group: 'file', keys: ['Mod+Shift+E'], inFields: true },
  'file.start': { group: 'file', keys: [] },
  'file.cards': { group: 'file', keys: [] },
  'edit.undo': { group: 'edit', keys: ['Mod+Z'] },
  'edit.redo': { group: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  'edit.cut': { group: 'edit', keys: ['Mod+X'], byBrowser: true },
  'edit.copy': { group: 'edit', keys: ['Mod+C'], byBrowser: true },
  'edit.copyPicture': { group: 'edit', keys: ['Shift+Alt+C'] },
  'edit.paste': { group: 'edit', keys: ['Mod+V'], byBrowser: true },
  'edit.duplicate': { group: 'edit', keys: ['Mod+D'] },
  'edit.delete': { group: 'edit', keys: ['Delete', 'Backspace'] },
  'edit.rename': { group: 'edit', keys: ['Enter', 'F2'] },
  'edit.selectAll': { group: 'edit', keys: ['Mod+A'] },
  'edit.escape': { group: 'edit', keys: ['Escape'] },
  'edit.group': { group: 'edit', keys: ['Mod+G'] },
  'edit.ungroup': { group: 'edit', keys: ['Mod+Shift+G'] },
  'edit.alignLeft': { group: 'edit', keys: ['Mod+Shift+ArrowLeft'] },
  'edit.alignRight': { group: 'edit', keys: ['Mod+Shift+ArrowRight'] },
  'edit.alignTop': { group: 'edit', keys: ['Mod+Shift+ArrowUp'] },
  'edit.alignBottom': { group: 'edit', keys: ['Mod+Shift+ArrowDown'] },
  'edit.distributeAcross': { group: 'edit', keys: ['Alt+H'] },
  'edit.distributeDown': { group: 'edit', keys: ['Alt+V'] },
  // Brackets are out of reach on QWERTZ and AZERTY: the page keys are on every keyboard.
  'edit.toFront': { group: 'edit', keys: ['Mod+Shift+]', 'Alt+PageUp'] },
  'edit.toBack': { group: 'edit', keys: ['Mod+Shift+[', 'Alt+PageDown'] },
  'edit.lock': { group: 'edit', keys: ['Mod+Shift+L'] },
  'edit.nudgeLeft': { group: 'edit', keys: ['ArrowLeft'] },
  'edit.nudgeLeftFar': { group: 'edit', keys: ['Shift+ArrowLeft'] },
  'edit.nudgeRight': { group: 'edit', keys: ['ArrowRight'] },
  'edit.nudgeRightFar': { group: 'edit', keys: ['Shift+ArrowRight'] },
  'edit.nudgeUp': { group: 'edit', keys: ['ArrowUp'] },
  'edit.nudgeUpFar': { group: 'edit', keys: ['Shift+ArrowUp'] },
  'edit.nudgeDown': { group: 'edit', keys: ['ArrowDown'] },
  'edit.nudgeDownFar': { group: 'edit', keys: ['Shift+ArrowDown'] },
  'edit.quickAddLeft': { group: 'edit', keys: ['Mod+ArrowLeft'] },
  'edit.quickAddRight': { group: 'edit', keys: ['Mod+ArrowRight'] },
  'edit.quickAddUp': { group: 'edit', keys: ['Mod+ArrowUp'] },
  'edit.quickAddDown': { group: 'edit', keys: ['Mod+ArrowDown'] },
  'run.forward': { group: 'run', keys: ['ArrowRight', '.'] },
  'run.back': { group: 'run', keys: ['ArrowLeft', ','] },
  'run.playPause': { group: 'run', keys: ['Space', 'P'] },
  'run.first': { group: 'run', keys: ['Home'] },
  'run.last': { group: 'run', keys: ['End'] },
  'run.findFailures': { group: 'run', keys: ['Mod+Shift+F'] },
  'run.load': { group: 'run', keys: ['Alt+Shift+R'] },
  'view.zoomIn': { group: 'view', keys: ['Mod++', 'Mod+='] },
  'view.zoomOut': { group: 'view', keys: ['Mod+-', 'Mod+_'] },
  'view.zoom100': { group: 'view', keys: ['Mod+0'] },
  'view.fitAll': { group: 'view', keys: ['Shift+1'] },
  'view.fitSelection': { group: 'view', keys: ['Shift+2'] },
  'view.grid': { group: 'view', keys: ["Mod+'", 'Alt+G'] },
  'view.objectSnap': { group: 'view', keys: ['Alt+S'] },
  'view.find': { group: 'view', keys: ['Mod+F', 'F3'] },
  'view.wheel.auto': { group: 'view', keys: [] },
  'view.wheel.mouse': { group: 'view', keys: [] },
  'view.wheel.trackpad': { group: 'view', keys: [] },
  'view.theme': { group: 'view', keys: ['Alt+Shift+D'] },
  'view.language': { group: 'view', keys: ['Alt+Shift+L'] },
  'mode.edit': { group: 'tools', keys: ['E'] },
  'mode.run': { group: 'tools', keys: ['R'] },
  'tool.select': { group: 'tools', keys: ['V'] },
  'tool.hand': { group: 'tools', keys: ['H'] },
  'tool.connect': { group: 'tools', keys: ['C'] },
  'tool.zone': { group: 'tools', keys: ['F'] },
  'layout.tidyUp': { group: 'tools', keys: ['Alt+Shift+T'] },
  'cards.show': { group: 'cards', keys: ['Space'] },
  'cards.again': { group: 'cards', keys: ['1'] },
  'cards.hard': { group: 'cards', keys: ['2'] },
  'cards.good': { group: 'cards', keys: ['3'] },
  'cards.easy': { group: 'cards', keys: ['4'] },
  'cards.undo': { group: 'cards', keys: ['Mod+Z'] },
  'help.palette': { group: 'help', keys: ['Mod+Shift+P', 'Mod+/'], inFields: true },
  'help.shortcuts': { group: 'help', keys: ['?', 'F1'] },
  'help.gallery': { group: 'help', keys: [] },
} as const satisfies Readonly<Record<string, CommandRow>>

export type CommandId = keyof typeof COMMAND_TABLE
