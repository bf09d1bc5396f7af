/** What a verb is: named once, for menus, tooltips, keys and the list of shortcuts alike. */

export const COMMAND_GROUPS = ['file', 'edit', 'view', 'tools', 'run', 'help'] as const
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

export interface Command {
  /** `file.save`: the host's native menu and the catalogue name it so. */
  readonly id: string
  readonly group: CommandGroup
  /**
   * `Mod+Shift+Z`: Mod is Ctrl, or Cmd on a Mac. The first is shown; the others are for keyboards where
   * the first is out of reach.
   */
  readonly keys: readonly string[]
  /** A catalogue key with its namespace. */
  readonly title: string
  /** Its keys work while a text is being typed, too. */
  readonly inFields?: true
  /** The browser turns these keys into clipboard events itself, which need no permission. */
  readonly byBrowser?: true
  /** True, or the catalogue key of the reason why not. */
  enabled(): true | string
  run(): void
}

/** A command whose title is its id in the namespace `commands`. */
export function command(
  id: string,
  group: CommandGroup,
  keys: readonly string[],
  run: () => void,
  more: {
    readonly enabled?: () => true | string
    readonly inFields?: true
    readonly byBrowser?: true
  } = {},
): Command {
  const { enabled = () => true as const, ...flags } = more
  return { id, group, keys, title: `commands:${id}`, ...flags, enabled, run }
}
