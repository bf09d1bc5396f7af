/**
 * The native menu. An item does nothing itself: it tells the page which of its commands was meant. The page
 * sees a key before the menu does and acts on it, so accelerators here are for reading; only macOS needs its
 * own items for the clipboard in text fields.
 */
import type { MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../shared/scenario/text'
import { type MenuText, menuText } from './texts'

interface MenuContext {
  readonly platform: NodeJS.Platform
  readonly language: Language
  /** Sends a command's id to the page. */
  readonly send: (command: string) => void
}

type Item = MenuItemConstructorOptions
const SEPARATOR: Item = { type: 'separator' }

/** The whole menu bar as Electron's template. */
export function menuTemplate(context: MenuContext): Item[] {
  const mac = context.platform === 'darwin'
  const own: Item[] = mac ? [{ role: 'appMenu' }] : []
  return [
    ...own,
    menu(context, 'file', fileItems(context)),
    menu(context, 'edit', editItems(context)),
    menu(context, 'view', viewItems(context)),
    menu(context, 'run', runItems(context)),
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    menu(context, 'help', [item(context, 'help.shortcuts', 'F1')]),
  ]
}

function menu({ language }: MenuContext, title: MenuText, submenu: Item[]): Item {
  return { label: menuText(language, title), submenu }
}

/** An item whose command has the same id as its text. */
function item(context: MenuContext, command: MenuText, accelerator?: string): Item {
  return {
    id: command,
    label: menuText(context.language, command),
    click: () => context.send(command),
    registerAccelerator: false,
    ...(accelerator === undefined ? {} : { accelerator }),
  }
}

function fileItems(context: MenuContext): Item[] {
  const { language, platform } = context
  return [
    item(context, 'file.new', 'CmdOrCtrl+N'),
    item(context, 'file.newWindow', 'CmdOrCtrl+Shift+N'),
    item(context, 'file.open', 'CmdOrCtrl+O'),
    item(context, 'file.reopenClosed'),
    item(context, 'file.start'),
    SEPARATOR,
    item(context, 'file.save', 'CmdOrCtrl+S'),
    item(context, 'file.saveAs', 'CmdOrCtrl+Shift+S'),
    item(context, 'file.export', 'CmdOrCtrl+Shift+E'),
    SEPARATOR,
    platform === 'darwin'
      ? { role: 'close', label: menuText(language, 'file.close') }
      : { role: 'quit', label: menuText(language, 'app.quit') },
  ]
}

function editItems(context: MenuContext): Item[] {
  const text = (role: 'cut' | 'copy' | 'paste' | 'selectAll', command: MenuText, key: string) =>
    context.platform === 'darwin'
      ? ({ role, label: menuText(context.language, command) } satisfies Item)
      : item(context, command, key)
  return [
    item(context, 'edit.undo', 'CmdOrCtrl+Z'),
    item(context, 'edit.redo', 'CmdOrCtrl+Shift+Z'),
    SEPARATOR,
    text('cut', 'edit.cut', 'CmdOrCtrl+X'),
    text('copy', 'edit.copy', 'CmdOrCtrl+C'),
    text('paste', 'edit.paste', 'CmdOrCtrl+V'),
    item(context, 'edit.duplicate', 'CmdOrCtrl+D'),
    item(context, 'edit.delete', 'Delete'),
    text('selectAll', 'edit.selectAll', 'CmdOrCtrl+A'),
  ]
}

function viewItems(context: MenuContext): Item[] {
  return [
    item(context, 'view.zoomIn'),
    item(context, 'view.zoomOut'),
    item(context, 'view.fitAll'),
    item(context, 'layout.tidyUp'),
    SEPARATOR,
    { role: 'togglefullscreen', label: menuText(context.language, 'view.fullScreen') },
  ]
}

function runItems(context: MenuContext): Item[] {
  return [
    item(context, 'mode.run'),
    item(context, 'mode.edit'),
    SEPARATOR,
    item(context, 'run.forward'),
    item(context, 'run.back'),
    item(context, 'run.playPause'),
  ]
}
