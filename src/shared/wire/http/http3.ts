/**
 * Frames of HTTP/3 (RFC 9114 section 7.2): HEADERS with literal names and values, as QPACK allows an encoder
 * that keeps no table (RFC 9204 section 4.5.6), and DATA.
 */
import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, WireWriter } from '../bytes/annotated'

const DATA = 0x00
const HEADERS = 0x01

export function http3Message(
  fields: readonly (readonly [name: string, value: string])[],
  body = '',
): Annotated {
  const lines = fields.map(([name, value]) => ({
    name,
    value,
    // `001N H` and a three-bit prefix for the name, a seven-bit one for the value; no Huffman.
    head: [...prefixed(3, 0x20, utf8Bytes(name.toLowerCase()).length)],
    length: [...prefixed(7, 0x00, utf8Bytes(value).length)],
  }))
  const section = lines.reduce(
    (sum, { name, value, head, length }) =>
      sum + head.length + length.length + utf8Bytes(name).length + utf8Bytes(value).length,
    2,
  )
  const writer = new WireWriter()
    .raw('Type', varint(HEADERS), 'HEADERS')
    .raw('Length', varint(section), String(section))
    .raw('Encoded Field Section Prefix', [0, 0], 'no dynamic table')
  for (const { name, value, head, length } of lines)
    writer.raw(
      name,
      [...head, ...utf8Bytes(name.toLowerCase()), ...length, ...utf8Bytes(value)],
      value,
    )
  const bytes = utf8Bytes(body)
  if (bytes.length > 0)
    writer
      .raw('Type', varint(DATA), 'DATA')
      .raw('Length', varint(bytes.length), String(bytes.length))
      .raw('Data', bytes, body)
  return writer.done()
}

/** A variable-length integer of one, two or four bytes: RFC 9000 section 16. */
function varint(value: number): readonly number[] {
  if (value < 0x40) return [value]
  if (value < 0x4000) return [0x40 | (value >> 8), value & 0xff]
  return [0x80 | (value >> 24), (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff]
}

/** An integer after `bits` bits of a byte: RFC 7541 section 5.1. */
function* prefixed(bits: number, first: number, value: number): Generator<number> {
  const most = 2 ** bits - 1
  if (value < most) {
    yield first | value
    return
  }
  yield first | most
  let rest = value - most
  for (; rest >= 128; rest >>= 7) yield (rest & 127) | 128
  yield rest
}
