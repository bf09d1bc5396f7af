/** A UDP datagram (RFC 768): eight bytes of header, then what is sent. Nobody is told when it is lost. */
import { type Annotated, joined, WireWriter } from '../bytes/annotated'
import { transportChecksum } from '../bytes/internet-checksum'
import type { Address } from './address'

const HEADER_BYTES = 8

export function udpHeader(from: Address, to: Address, payload: Annotated): Annotated {
  const write = (checksum: number) =>
    new WireWriter()
      .uint('Source Port', 2, from.port)
      .uint('Destination Port', 2, to.port)
      .uint('Length', 2, HEADER_BYTES + payload.bytes.length)
      .uint('Checksum', 2, checksum, `0x${checksum.toString(16).padStart(4, '0')}`)
      .done()
  const blank = joined([write(0), payload])
  const checksum = transportChecksum(17, from, to, blank.bytes)
  // Zero would mean that there is none.
  return write(checksum === 0 ? 0xffff : checksum)
}
