/** CRC-32C (Castagnoli; RFC 3720 appendix B.4): what guards a Kafka record batch. */

const REVERSED_POLYNOMIAL = 0x82f63b78

export function crc32c(bytes: Iterable<number>): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 1 ? (crc >>> 1) ^ REVERSED_POLYNOMIAL : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
