/** What the page and the worker that makes a GIF say to each other; the pixels go over without a copy. */
import type { Pixels } from '../../../shared/export/gif'

export type GifRequest =
  | { readonly ask: 'look'; readonly frame: Pixels; readonly stride: number }
  | { readonly ask: 'add'; readonly frame: Pixels; readonly isLast: boolean }
  | { readonly ask: 'finish' }

/** One to each request, in order; `bytes` to the last. */
export interface GifReply {
  readonly bytes?: Uint8Array<ArrayBuffer>
}
