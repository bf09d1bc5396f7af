/** A line that loses packets: TCP loses no message, UDP as many as packets. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sendOverLossyLine } from '../../src/shared/wire/lossy-line'

const setting = { messages: 100, lossPercent: 10, seed: 7 }

test('one packet in ten is lost: over TCP all 100 arrive, over UDP fewer, each time the same', () => {
  const tcp = sendOverLossyLine({ ...setting, transport: 'tcp' })
  const udp = sendOverLossyLine({ ...setting, transport: 'udp' })
  expect(tcp).toMatchObject({ delivered: 100 })
  expect(tcp.resent).toBeGreaterThan(0)
  expect(udp.delivered).toBeLessThan(100)
  expect(udp.delivered).toBe(100 - udp.lost)
  expect(sendOverLossyLine({ ...setting, transport: 'udp' })).toEqual(udp)
})

test('for any seed and loss up to a half TCP delivers all; UDP never repeats anything', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 50 }), (seed, lossPercent) => {
      const asked = { ...setting, seed, lossPercent }
      expect(sendOverLossyLine({ ...asked, transport: 'tcp' }).delivered).toBe(100)
      expect(sendOverLossyLine({ ...asked, transport: 'udp' })).toMatchObject({
        packets: 100,
        resent: 0,
      })
    }),
    { numRuns: 50 },
  )
})

test('over a line that loses everything TCP gives up, and has delivered nothing', () => {
  const run = sendOverLossyLine({ ...setting, lossPercent: 100, transport: 'tcp' })
  expect(run).toMatchObject({ delivered: 0 })
  expect(run.packets).toBe(run.lost)
})
