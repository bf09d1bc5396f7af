/** Scenarios inside pictures, with Node's zlib: put in when exporting, taken out when opening. */
import { deflateSync, inflateSync } from 'node:zlib'
import type { Outcome } from '../../shared/base/problem'
import { carriedByPng, pngWith } from '../../shared/carrier/png-carrier'
import { isPng } from '../../shared/carrier/png-chunks'
import { carriedBySvg, isSvg } from '../../shared/carrier/svg-carrier'
import { failed, reasonOf } from '../host-problem'

/** What a scenario may be as text: more inside a picture is not one. */
const TEXT_BYTES_MAX = 16 * 1024 * 1024

export function pngCarrying(png: Uint8Array, text: string): Uint8Array {
  return pngWith(png, deflateSync(Buffer.from(text)))
}

/** The scenario's text where the file is a picture, undefined where it is none. `name` is the file's. */
export function carriedText(bytes: Buffer, name: string): Outcome<string> | undefined {
  if (isPng(bytes)) return fromPng(bytes, name)
  // Far before the root of an SVG nothing else can stand: looked at first, for most files are none.
  if (!isSvg(bytes.toString('utf8', 0, 4_096))) return undefined
  const carried = carriedBySvg(bytes.toString('utf8'))
  if (carried.carries === 'scenario') return { ok: true, value: carried.text }
  return refused(carried.carries, name)
}

function fromPng(png: Uint8Array, name: string): Outcome<string> {
  const carried = carriedByPng(png)
  if (carried.carries !== 'scenario') return refused(carried.carries, name)
  try {
    const text = carried.compressed
      ? inflateSync(carried.bytes, { maxOutputLength: TEXT_BYTES_MAX })
      : carried.bytes
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(text) }
  } catch (error) {
    if (reasonOf(error) !== 'ERR_BUFFER_TOO_LARGE') return refused('damage', name)
    return failed('host/picture-too-large', { name, mebibytes: TEXT_BYTES_MAX / 1024 / 1024 })
  }
}

const refused = (carries: 'nothing' | 'damage', name: string) =>
  failed(carries === 'nothing' ? 'host/picture-without-scenario' : 'host/picture-damaged', { name })
