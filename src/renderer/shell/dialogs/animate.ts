/**
 * A film as a GIF: the page paints, since fonts are here, and a worker encodes. Painted twice, because all
 * frames at once would be more memory than a page has: once for the palette, once for the file.
 */
import type { Drawing, Theme } from '../../../shared/drawing/shape'
import type { Film } from '../../../shared/export/film'
import { type Pixels, sampleStride } from '../../../shared/export/gif'
import { fontsLoaded, paintCanvas } from '../../commands/paint-png'
import type { GifReply, GifRequest } from './gif-job'

export interface AnimateOptions {
  readonly theme: Theme
  /** Pixels a unit of the drawing; it fits. */
  readonly scale: number
  /** Ends it in the middle. */
  readonly signal: AbortSignal
  /** From 0 to 1, after each frame. */
  readonly onProgress: (part: number) => void
}

/** The file's bytes; undefined where it was ended. */
export async function animate(
  { frames, bounds }: Film,
  { theme, scale, signal, onProgress }: AnimateOptions,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const worker = new Worker(new URL('./gif-worker.ts', import.meta.url), { type: 'module' })
  const ask = asker(worker, signal)
  const painted = ({ shapes }: Drawing) => pixelsOf({ bounds, shapes }, theme, scale)
  const sides = [bounds.width, bounds.height].map((side) => Math.ceil(side * scale))
  const stride = sampleStride(sides.reduce((a, b) => a * b, frames.length))
  try {
    await fontsLoaded()
    for (const [at, drawing] of frames.entries()) {
      await ask({ ask: 'look', frame: painted(drawing), stride })
      onProgress((at + 1) / frames.length / 4)
    }
    for (const [at, drawing] of frames.entries()) {
      await ask({ ask: 'add', frame: painted(drawing), isLast: at === frames.length - 1 })
      // Encoding takes about three times as long as painting.
      onProgress(0.25 + (0.75 * (at + 1)) / frames.length)
    }
    return (await ask({ ask: 'finish' })).bytes
  } catch (error) {
    if (signal.aborted) return undefined
    throw error
  } finally {
    worker.terminate()
  }
}

/** One request at a time: the next frame is painted when the one before it is done with. */
function asker(worker: Worker, signal: AbortSignal): (request: GifRequest) => Promise<GifReply> {
  return (request) =>
    new Promise((done, fail) => {
      signal.throwIfAborted()
      signal.onabort = () => fail(signal.reason)
      worker.onmessage = ({ data }: MessageEvent<GifReply>) => done(data)
      worker.onerror = ({ message }) => fail(new Error(message))
      worker.postMessage(request, 'frame' in request ? [request.frame.rgba.buffer] : [])
    })
}

function pixelsOf(drawing: Drawing, theme: Theme, scale: number): Pixels {
  const context = paintCanvas(drawing, { theme, background: 'paper', scale })
  if (!context) throw new Error('no canvas')
  const { width, height } = context.canvas
  const { data } = context.getImageData(0, 0, width, height)
  return { rgba: new Uint8Array(data.buffer), width, height }
}
