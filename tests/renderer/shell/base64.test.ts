import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../../src/renderer/shell/base64'

test('bytes come through Base64 unchanged, however many there are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes])
    }),
  )
  const large = new Uint8Array(1_000_000).map((_, place) => place % 251)
  expect(Buffer.compare(fromBase64(toBase64(large)), large)).toBe(0)
})
