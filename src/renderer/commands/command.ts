/** What a verb is in the page: its row of the table, when it can be done, and what it does. */
import { COMMAND_TABLE, type CommandId, type CommandRow } from '../../shared/commands/command-table'

export interface Command extends CommandRow {
  readonly id: CommandId
  /** A catalogue key with its namespace. */
  readonly title: string
  /** True, or the catalogue key of the reason why not. */
  enabled(): true | string
  run(): void
}

/** A verb of the table, titled by its id in the namespace `commands`; without a condition it can always be done. */
export function command(
  id: CommandId,
  run: () => void,
  enabled: () => true | string = () => true,
): Command {
  const row: CommandRow = COMMAND_TABLE[id]
  return { id, ...row, title: `commands:${id}`, enabled, run }
}
