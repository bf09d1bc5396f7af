/** What the hand does on the board with a mouse, once: the list in the help is made of this and of nothing else. */

/** A way is written like a binding: keys to hold, then what the hand does. */
export interface Gesture {
  readonly id: string
  readonly ways: readonly string[]
}

/** What a hand can do, by which the last part of a way is worded. */
export const HAND_ACTS = [
  'click',
  'doubleClick',
  'rightClick',
  'drag',
  'middleDrag',
  'wheel',
] as const

export const GESTURES = [
  { id: 'move', ways: ['drag'] },
  { id: 'straight', ways: ['Shift+drag'] },
  { id: 'duplicate', ways: ['Alt+drag'] },
  { id: 'free', ways: ['Mod+drag', 'Space+drag'] },
  { id: 'several', ways: ['drag'] },
  { id: 'more', ways: ['Shift+click', 'Mod+click'] },
  { id: 'connect', ways: ['drag'] },
  { id: 'add', ways: ['drag'] },
  { id: 'place', ways: ['doubleClick'] },
  { id: 'line', ways: ['drag'] },
  { id: 'straighten', ways: ['doubleClick'] },
  { id: 'rename', ways: ['doubleClick'] },
  { id: 'pan', ways: ['Space+drag', 'middleDrag'] },
  { id: 'zoom', ways: ['Mod+wheel'] },
  { id: 'menu', ways: ['rightClick'] },
] as const satisfies readonly Gesture[]
