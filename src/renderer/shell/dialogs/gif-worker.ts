/// <reference path="../../../shared/export/gifenc.d.ts" />
/** Makes a GIF in a thread of its own: first it looks at every frame for the palette, then it takes each. */
import * as gifenc from 'gifenc'
import { type GifWriter, gifWriter, sampleOf } from '../../../shared/export/gif'
import type { GifReply, GifRequest } from './gif-job'

const samples: Uint8Array[] = []
let writer: GifWriter | undefined

addEventListener('message', ({ data }: MessageEvent<GifRequest>) => postMessage(answer(data)))

function answer(request: GifRequest): GifReply {
  if (request.ask === 'look') {
    samples.push(sampleOf(request.frame, request.stride))
    return {}
  }
  writer ??= gifWriter(gifenc, samples)
  if (request.ask === 'finish') return { bytes: writer.finish() }
  writer.add(request.frame, request.isLast)
  return {}
}
