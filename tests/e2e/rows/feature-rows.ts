/**
 * What the comparison of editors says Dryrun must match, or beat, and the test that walks it: the file, and
 * the words by which the test or its step is called there.
 */
interface FeatureRow {
  readonly aim: 'match' | 'beat'
  readonly tests: readonly (readonly [file: string, title: string])[]
}

const E2E = 'tests/e2e'
const DRAW = `${E2E}/draw.spec.ts`
const GESTURES = `${E2E}/canvas-gestures.spec.ts`

export const FEATURE_ROWS: Readonly<Record<string, FeatureRow>> = {
  'Undo and redo': {
    aim: 'match',
    tests: [
      [DRAW, 'undo leads back to nothing, redo to the same file'],
      [DRAW, 'a stretch of arrow keys is one gesture'],
      [`${E2E}/shortcuts.spec.ts`, 'a click never clears redo'],
    ],
  },
  'Undo survives save and restart': {
    aim: 'beat',
    tests: [
      [DRAW, 'undo leads back to nothing, redo to the same file'],
      [
        `${E2E}/recovery.spec.ts`,
        'edits of a file come back, the file is untouched, and a save drops them',
      ],
    ],
  },
  'Copy and paste across files': {
    aim: 'match',
    tests: [
      [
        DRAW,
        'what is copied keeps the lines inside it, here and in another tab; a paste is one undo step',
      ],
    ],
  },
  'Align and distribute': {
    aim: 'match',
    tests: [[`${E2E}/shortcuts.spec.ts`, 'Alt+H keeps the ends and evens the gaps']],
  },
  'Object and gap snapping': {
    aim: 'match',
    tests: [
      [GESTURES, 'a dragged thing comes into line with another, says so, and Ctrl suspends it'],
    ],
  },
  'Groups and frames': {
    aim: 'match',
    tests: [[GESTURES, 'F and a drag draw a zone, which what it surrounds joins']],
  },
  'Labels and waypoints of lines': {
    aim: 'match',
    tests: [[GESTURES, 'a line is bent by its middle, its point moved and taken away']],
  },
  Reconnect: {
    aim: 'match',
    tests: [[GESTURES, 'an end of a line is pulled to another service; its id and words stay']],
  },
  'Drag a line to empty paper': {
    aim: 'match',
    tests: [[DRAW, 'a line let go over empty paper brings its service, in one undo step']],
  },
  'Layout with what is pinned': {
    aim: 'beat',
    tests: [
      [
        `${E2E}/far-view.spec.ts`,
        'tidy up is one undo step, and leaves what is pinned where it is',
      ],
      [`${E2E}/far-view.spec.ts`, 'laying them out can be stopped, and then has changed nothing'],
    ],
  },
  'Command palette': {
    aim: 'match',
    tests: [[`${E2E}/shortcuts.spec.ts`, 'Ctrl+/ finds a verb by its name and does it']],
  },
  'Built by keys alone': {
    aim: 'beat',
    tests: [
      [
        `${E2E}/keyboard-alone.spec.ts`,
        'three services are built, joined, run and exported by keys alone',
      ],
    ],
  },
  'PNG by scale and selection': {
    aim: 'match',
    tests: [
      [
        `${E2E}/first-minute.spec.ts`,
        'the picture has twice the size of the drawing, and its colours',
      ],
      ['tests/main/picture/rasterise.test.ts', 'is as large as asked for, at %dx'],
    ],
  },
  'Pictures that open again': {
    aim: 'match',
    tests: [
      [`${E2E}/first-minute.spec.ts`, 'dropped back, the picture is the scenario again'],
      [
        'tests/carrier/carrier.test.ts',
        'gives back what it carries, and keeps every other chunk byte for byte',
      ],
    ],
  },
  'Pictures too large for a canvas': {
    aim: 'beat',
    tests: [
      [
        'tests/main/picture/rasterise.test.ts',
        'too large for the limits comes whole, at the largest scale that fits',
      ],
    ],
  },
  'Atomic save': {
    aim: 'beat',
    tests: [
      [
        'tests/main/library/save-file.test.ts',
        'is written and synced before it takes the old place, and the folder is synced after',
      ],
    ],
  },
  'Draft after a crash': {
    aim: 'match',
    tests: [
      [
        `${E2E}/recovery.spec.ts`,
        'row 26: a scenario that was never saved is offered after the host was killed',
      ],
    ],
  },
  'Changes from outside': {
    aim: 'beat',
    tests: [
      [
        `${E2E}/shared-files.spec.ts`,
        'a file without unsaved edits is reloaded quietly, and undo goes back',
      ],
      [`${E2E}/files.spec.ts`, 'row 23: a file that was changed on disk is not written over'],
    ],
  },
  'Recent files, one instance': {
    aim: 'match',
    tests: [
      [
        `${E2E}/files.spec.ts`,
        'what is saved has the bytes of what was opened, and is listed at the next start',
      ],
      [
        `${E2E}/desktop-host.spec.ts`,
        'a second start opens its file in a window with nothing to lose, and another file in a new one',
      ],
    ],
  },
  'Dark theme and two languages': {
    aim: 'match',
    tests: [[`${E2E}/views.spec.ts`, 'language and theme change at once, and stay']],
  },
  'Services to draw with': {
    aim: 'match',
    tests: [[DRAW, 'services come by dragging, by click and click, and by keys']],
  },
}
