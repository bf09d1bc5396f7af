/** How the window stands: which screen, mode, tool and dialog. Nothing of it is saved with a scenario. */
import { create } from 'zustand'
import type { Problem } from '../../shared/base/problem'
import type { Point } from '../../shared/scenario/place'
import type { Conflict } from './conflict-between'

export type Screen = 'start' | 'board' | 'drill' | 'cards' | 'gallery'
export type Mode = 'edit' | 'run'
export type Tool = 'select' | 'hand' | 'connect' | 'zone'
export type BottomTab = 'steps' | 'sequence' | 'state' | 'wire' | 'promises' | 'review'

/** The dialog that is open; `then` goes on where the user was when the question is answered. */
export type DialogState =
  | { readonly dialog: 'export' }
  | { readonly dialog: 'open' }
  | { readonly dialog: 'saveAs' }
  | { readonly dialog: 'shortcuts' }
  | { readonly dialog: 'palette' }
  | { readonly dialog: 'find' }
  | { readonly dialog: 'failures' }
  | { readonly dialog: 'load' }
  | { readonly dialog: 'problems'; readonly title: string; readonly problems: readonly Problem[] }
  | { readonly dialog: 'unsaved'; readonly then: () => void }
  /** The system's own, over the window: the page waits for it as for one of its own. */
  | { readonly dialog: 'native' }
  | { readonly dialog: 'conflict'; readonly conflict: Conflict }

interface BoardState {
  readonly screen: Screen
  readonly mode: Mode
  readonly tool: Tool
  /** A palette id waiting for a click on the board. */
  readonly placing: string | null
  readonly dialog: DialogState | null
  readonly bottomTab: BottomTab
  /** The service, note or line whose name is being typed on the board. */
  readonly naming: string | null
  readonly snapToGrid: boolean
  /** To edges, middles and equal gaps of what stands near. */
  readonly snapToObjects: boolean
  /** Where the pointer last was on the board, in board units: paste lands here. */
  readonly pointer: Point | null
  show(screen: Screen): void
  setMode(mode: Mode): void
  setTool(tool: Tool): void
  setPlacing(paletteId: string | null): void
  openDialog(dialog: DialogState): void
  closeDialog(): void
  setBottomTab(tab: BottomTab): void
  setNaming(id: string | null): void
  toggleSnapToGrid(): void
  toggleSnapToObjects(): void
  setPointer(pointer: Point | null): void
}

export const useBoard = create<BoardState>()((set, get) => ({
  screen: 'start',
  mode: 'edit',
  tool: 'select',
  placing: null,
  dialog: null,
  bottomTab: 'steps',
  naming: null,
  snapToGrid: true,
  snapToObjects: true,
  pointer: null,
  show: (screen) => set({ screen, placing: null, naming: null, tool: 'select' }),
  setMode: (mode) => set({ mode, placing: null, naming: null, tool: 'select' }),
  setTool: (tool) => set({ tool, placing: null }),
  setPlacing: (placing) => set({ placing, tool: 'select' }),
  openDialog: (dialog) => set({ dialog }),
  closeDialog: () => set({ dialog: null }),
  setBottomTab: (bottomTab) => set({ bottomTab }),
  setNaming: (naming) => set({ naming }),
  toggleSnapToGrid: () => set({ snapToGrid: !get().snapToGrid }),
  toggleSnapToObjects: () => set({ snapToObjects: !get().snapToObjects }),
  setPointer: (pointer) => set({ pointer }),
}))

/** At once, or when the dialog that is open has been answered; in the order of asking. */
export function whenNoDialog(then: () => void): void {
  waiting.push(then)
  goOn()
}

/** Runs what opens a dialog of the system's, and keeps everything else waiting until it is answered. */
export async function overNativeDialog<Result>(task: () => Promise<Result>): Promise<Result> {
  useBoard.getState().openDialog({ dialog: 'native' })
  try {
    return await task()
  } finally {
    if (useBoard.getState().dialog?.dialog === 'native') useBoard.getState().closeDialog()
  }
}

const waiting: (() => void)[] = []

function goOn(): void {
  while (useBoard.getState().dialog === null) {
    const next = waiting.shift()
    if (next === undefined) return
    next()
  }
}

useBoard.subscribe((now, before) => {
  // After the answer itself, which may open the next dialog.
  if (now.dialog === null && before.dialog !== null) queueMicrotask(goOn)
})
