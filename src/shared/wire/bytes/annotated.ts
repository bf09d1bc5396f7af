/** Bytes on the wire with the name of each field: what the hex view shows. Network order throughout. */
import { utf8Bytes } from '../../base/utf8-bytes'

export interface WireField {
  /** As the protocol's own document calls it: `Sequence number`, `delivery-tag`. */
  readonly name: string
  /** Offsets of the first byte and of the one after the last. */
  readonly start: number
  readonly end: number
  /** The value as a person reads it; absent where the bytes say it themselves. */
  readonly value?: string
}

export interface Annotated {
  readonly bytes: Uint8Array
  /** In order of their start; a field that others divide is not listed itself. */
  readonly fields: readonly WireField[]
}

/** Writes fields one after another; `done()` gives them with their bytes. */
export class WireWriter {
  private readonly bytes: number[] = []
  private readonly fields: WireField[] = []

  get length(): number {
    return this.bytes.length
  }

  /** An unsigned integer of 1 to 8 bytes. */
  uint(name: string, size: number, value: number, shown = String(value)): this {
    const from = this.bytes.length
    for (let at = size - 1; at >= 0; at -= 1) this.bytes.push(Math.floor(value / 256 ** at) % 256)
    return this.note(name, from, shown)
  }

  /** Bytes as they are. No bytes, no field. */
  raw(name: string, bytes: Iterable<number>, shown?: string): this {
    const from = this.bytes.length
    for (const byte of bytes) this.bytes.push(byte & 0xff)
    return this.bytes.length === from ? this : this.note(name, from, shown)
  }

  text(name: string, text: string, shown = text): this {
    return this.raw(name, utf8Bytes(text), shown.trim())
  }

  /** All fields of another piece, in its own order. */
  piece(piece: Annotated): this {
    const from = this.bytes.length
    for (const byte of piece.bytes) this.bytes.push(byte)
    for (const field of piece.fields)
      this.fields.push({ ...field, start: field.start + from, end: field.end + from })
    return this
  }

  done(): Annotated {
    return { bytes: Uint8Array.from(this.bytes), fields: [...this.fields] }
  }

  private note(name: string, start: number, value?: string): this {
    const end = this.bytes.length
    this.fields.push({ name, start, end, ...(value !== undefined && { value }) })
    return this
  }
}

/** One piece after another. */
export function joined(pieces: readonly Annotated[]): Annotated {
  const writer = new WireWriter()
  for (const piece of pieces) writer.piece(piece)
  return writer.done()
}

/** Two hexadecimal digits a byte, separated by spaces. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')
}
