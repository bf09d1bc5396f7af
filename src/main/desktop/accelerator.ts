/** A binding of the command table as Electron writes it. */

const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
  '+': 'Plus',
}

/**
 * The first of them, for reading: the page acts on the keys. On macOS a menu takes its keys itself, so there
 * a bare letter or arrow stays out of it: it would be lost to whoever types.
 */
export function acceleratorOf(
  keys: readonly string[],
  platform: NodeJS.Platform,
): string | undefined {
  const usable = platform === 'darwin' ? keys.filter((one) => /Mod|^F\d/.test(one)) : keys
  return usable[0]
    ?.split(/\+(?=.)/)
    .map((part) => NAMES[part] ?? part)
    .join('+')
}
