/** Wishes about the view, from commands and panels to the canvas, which alone knows the viewport. */

export type ViewportWish =
  | { readonly wish: 'zoomIn' | 'zoomOut' | 'zoom100' | 'fitAll' | 'fitSelection' }
  /** Bring these things into sight, moving the view no more than needed. */
  | { readonly wish: 'reveal'; readonly ids: readonly string[] }
  /** Tidy up: lay the whole drawing out anew, pinned services left where they are. */
  | { readonly wish: 'tidyUp' }
  /** Ask which service shall stand beside the selected one, and connect it. */
  | { readonly wish: 'quickAdd'; readonly direction: 'left' | 'right' | 'up' | 'down' }
  /** Put a palette item in the middle of the view. */
  | { readonly wish: 'place'; readonly paletteId: string }

type Listener = (wish: ViewportWish) => void

const listeners = new Set<Listener>()

export function wishViewport(wish: ViewportWish): void {
  for (const listener of listeners) listener(wish)
}

/** Returns the way to stop listening. */
export function onViewportWish(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
