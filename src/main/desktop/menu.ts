/**
 * The native menu. An item does nothing itself: it tells the page which of its commands was meant. The page sees a key before the menu does and acts on it, so
 * accelerators here are for reading; only macOS needs its own items for the clipboard in text fields.
 */
import type { MenuItemConstructorOptions } from 'electron'
import { COMMAND_TABLE, type CommandId } from '../../shared/commands/command-table'
import type { Language } from '../../shared/scenario/text'
import { acceleratorOf } from './accelerator'
import { type Entry, MENU_BAR, type MenuTitle } from './menu-bar'
import { commandText, menuText } from './texts'

interface MenuContext {
  readonly platform: NodeJS.Platform
  readonly language: Language
  /** Sends a command's id to the page. */
  readonly send: (command: CommandId) => void
}

type Item = MenuItemConstructorOptions
const MAC_CLIPBOARD = {
  'edit.cut': 'cut',
  'edit.copy': 'copy',
  'edit.paste': 'paste',
  'edit.selectAll': 'selectAll',
} as const
const isMacClipboard = (entry: string): entry is keyof typeof MAC_CLIPBOARD =>
  entry in MAC_CLIPBOARD

/** The whole menu bar as Electron's template. */
export function menuTemplate(context: MenuContext): Item[] {
  const mac = context.platform === 'darwin'
  const menu = (title: MenuTitle): Item => ({
    label: menuText(context.language, title),
    submenu: MENU_BAR[title].map((entry) => itemOf(context, entry)),
  })
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    ...(['file', 'edit', 'view', 'run'] as const).map(menu),
    ...(mac ? [{ role: 'windowMenu' } as const] : []),
    menu('help'),
  ]
}

function itemOf(context: MenuContext, entry: Entry): Item {
  const { language, platform } = context
  switch (entry) {
    case '-':
      return { type: 'separator' }
    case 'leave':
      return platform === 'darwin'
        ? { role: 'close', label: menuText(language, 'file.close') }
        : { role: 'quit', label: menuText(language, 'app.quit') }
    case 'fullScreen':
      return { role: 'togglefullscreen', label: menuText(language, 'view.fullScreen') }
    default:
      return commandItem(context, entry)
  }
}

function commandItem({ language, platform, send }: MenuContext, id: CommandId): Item {
  const label = commandText(language, id)
  if (platform === 'darwin' && isMacClipboard(id)) return { role: MAC_CLIPBOARD[id], label }
  const accelerator = acceleratorOf(COMMAND_TABLE[id].keys, platform)
  return {
    id,
    label,
    click: () => send(id),
    registerAccelerator: false,
    ...(accelerator === undefined ? {} : { accelerator }),
  }
}
