/** The checksum of TCP and UDP over their pseudo-header (RFC 1071; RFC 9293 section 3.1; RFC 768). */
import type { Address } from '../transport/address'

/** 16 bits. `segment` has zeros where its checksum goes. */
export function transportChecksum(
  protocol: 6 | 17,
  from: Address,
  to: Address,
  segment: ArrayLike<number>,
): number {
  const { length } = segment
  let sum = wordSum([...from.ip, ...to.ip, 0, protocol, length >> 8, length & 0xff])
  sum += wordSum(segment)
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16)
  return ~sum & 0xffff
}

function wordSum(bytes: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 2) sum += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  return sum
}
