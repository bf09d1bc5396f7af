/** Whether a key press is a binding, on any keyboard layout, and how a binding is written for people. */

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

interface Binding {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

function read(binding: string): Binding {
  const parts = binding.split(/\+(?=.)/)
  const key = parts.at(-1) ?? ''
  return {
    mod: parts.includes('Mod'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key,
  }
}

const LETTER = /^[a-z]$/i
const DIGIT = /^[0-9]$/
const PLACES: Readonly<Record<string, string>> = { '[': 'BracketLeft', ']': 'BracketRight' }

/** `Mod+Z` by what the key types; by its place where the layout types no Latin letter or digit there. */
export function matchesKeys(binding: string, press: KeyPress, mac: boolean): boolean {
  const wanted = read(binding)
  const mod = mac ? press.metaKey : press.ctrlKey
  const otherMod = mac ? press.ctrlKey : press.metaKey
  if (mod !== wanted.mod || otherMod || press.altKey !== wanted.alt) return false
  const { key } = wanted
  if (LETTER.test(key)) {
    if (press.shiftKey !== wanted.shift) return false
    // On a Latin layout the letter decides: AZERTY's Z is where QWERTY has W. On a Cyrillic one, the place.
    if (LETTER.test(press.key)) return press.key.toLowerCase() === key.toLowerCase()
    return press.code === `Key${key.toUpperCase()}`
  }
  if (DIGIT.test(key)) {
    return press.shiftKey === wanted.shift && (press.key === key || press.code === `Digit${key}`)
  }
  // A sign may need Shift on one keyboard and not on another: what is typed counts. With a Shift of its own it
  // is another sign that is typed, `}` for `]`: then its place counts as well.
  if (key.length === 1) {
    return press.key === key || (wanted.shift && press.shiftKey && press.code === PLACES[key])
  }
  const named = key === 'Space' ? ' ' : key
  return press.shiftKey === wanted.shift && (press.key === named || press.code === key)
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
}
const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }

/** `Mod+Shift+Z` as `Ctrl+Shift+Z`, or `⌘+⇧+Z` on a Mac. */
export function shownKeys(binding: string, mac: boolean): string {
  return binding
    .split(/\+(?=.)/)
    .map((part) => {
      if (mac && MAC_SIGNS[part]) return MAC_SIGNS[part]
      return part === 'Mod' ? 'Ctrl' : (SIGNS[part] ?? part)
    })
    .join('+')
}
