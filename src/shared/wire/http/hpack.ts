/** HPACK (RFC 7541): the fields of HTTP/2 as bytes, for one direction of one connection. */

import { utf8Bytes } from '../../base/utf8-bytes'
import { type Annotated, WireWriter } from '../bytes/annotated'
import { huffman } from './hpack-huffman'
import { STATIC_FIELDS } from './hpack-static'

export type HeaderField = readonly [name: string, value: string]

/** Entries of the dynamic table that a decoder keeps by default, in octets (section 4.2). */
const TABLE_OCTETS = 4_096
/** What an entry counts beside its name and its value (section 4.1). */
const ENTRY_OCTETS = 32

/**
 * Remembers what it sent before: the second request of a connection is a few indices. Strings are always
 * Huffman-coded, as most libraries do; every literal is added to the table (section 6.2.1).
 */
export class HpackEncoder {
  /** Newest first: index 62 names the first. */
  private readonly entries: HeaderField[] = []

  block(fields: readonly HeaderField[]): Annotated {
    const writer = new WireWriter()
    for (const field of fields) writer.raw(field[0], this.field(field), field[1])
    return writer.done()
  }

  private field(field: HeaderField): number[] {
    const [name, value] = field
    const whole = this.index((known) => known[0] === name && known[1] === value)
    if (whole > 0) return integer(whole, 7, 0x80)
    const named = this.index((known) => known[0] === name)
    this.remember(field)
    const first = integer(named, 6, 0x40)
    return named > 0 ? [...first, ...string(value)] : [...first, ...string(name), ...string(value)]
  }

  /** 0 where nothing matches. */
  private index(isIt: (field: HeaderField) => boolean): number {
    const fixed = STATIC_FIELDS.findIndex(isIt)
    if (fixed >= 0) return fixed + 1
    const dynamic = this.entries.findIndex(isIt)
    return dynamic < 0 ? 0 : STATIC_FIELDS.length + dynamic + 1
  }

  private remember(field: HeaderField): void {
    this.entries.unshift(field)
    const octets = () =>
      this.entries.reduce(
        (sum, [name, value]) =>
          sum + utf8Bytes(name).length + utf8Bytes(value).length + ENTRY_OCTETS,
        0,
      )
    while (octets() > TABLE_OCTETS) this.entries.pop()
  }
}

/** An integer with a prefix of so many bits; `pattern` fills the bits before it (section 5.1). */
function integer(value: number, prefixBits: number, pattern: number): number[] {
  const most = 2 ** prefixBits - 1
  if (value < most) return [pattern | value]
  const bytes = [pattern | most]
  let rest = value - most
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80)
  return [...bytes, rest]
}

function string(text: string): number[] {
  const coded = huffman(utf8Bytes(text))
  return [...integer(coded.length, 7, 0x80), ...coded]
}
