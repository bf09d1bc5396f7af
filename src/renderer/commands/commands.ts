/** Every verb of the page, each once. */
import type { CommandId } from '../../shared/commands/command-table'
import { useBoard } from '../state/board'
import { ARRANGE_COMMANDS } from './arrange-commands'
import { CARD_COMMANDS } from './card-commands'
import { type Command, command } from './command'
import { EDIT_COMMANDS } from './edit-commands'
import { FILE_COMMANDS } from './file-commands'
import { shownKeys } from './keys'
import { NUDGE_COMMANDS } from './nudge-commands'
import { IS_MAC } from './platform'
import { QUICK_ADD_COMMANDS } from './quick-add-commands'
import { RUN_COMMANDS } from './run-commands'
import { TOOL_COMMANDS } from './tool-commands'
import { VIEW_COMMANDS } from './view-commands'
import { ZONE_COMMANDS } from './zone-commands'

const palette = command('help.palette', () => useBoard.getState().openDialog({ dialog: 'palette' }))
const help = command('help.shortcuts', () =>
  useBoard.getState().openDialog({ dialog: 'shortcuts' }),
)
const gallery = command('help.gallery', () => useBoard.getState().show('gallery'))

/** In the order in which a key press looks for its verb: of two with the same keys, the enabled one acts. */
export const COMMANDS: readonly Command[] = [
  ...FILE_COMMANDS,
  ...EDIT_COMMANDS,
  ...ZONE_COMMANDS,
  ...ARRANGE_COMMANDS,
  ...NUDGE_COMMANDS,
  ...QUICK_ADD_COMMANDS,
  ...RUN_COMMANDS,
  ...VIEW_COMMANDS,
  ...TOOL_COMMANDS,
  ...CARD_COMMANDS,
  palette,
  help,
  gallery,
]

const byId: ReadonlyMap<string, Command> = new Map(COMMANDS.map((one) => [one.id, one]))

/** A verb of the table that does nothing is a slip of ours; a test walks them all. */
export function commandById(id: CommandId): Command {
  const found = byId.get(id)
  if (!found) throw new Error(`nothing is done by the command "${id}"`)
  return found
}

/** Runs it if it is enabled; says whether it was. Unknown ids come from a native menu of another version. */
export function runCommand(id: string): boolean {
  const found = byId.get(id)
  if (found?.enabled() !== true) return false
  found.run()
  return true
}

/** A command as a menu or a button shows it at this moment. */
export function verbOf(id: CommandId) {
  const { title, enabled } = commandById(id)
  const answer = enabled()
  const refusal = answer === true ? undefined : answer
  return { title, keys: keysOf(id), refusal, run: () => void runCommand(id) }
}

/** The keys to show beside a command: `Ctrl+S`; undefined where it has none. */
export function keysOf(id: CommandId): string | undefined {
  const [first] = commandById(id).keys
  return first === undefined ? undefined : shownKeys(first, IS_MAC)
}
