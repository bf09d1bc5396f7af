/** `dryrun wire`: the packets of one line of a file, for people and for programs. */
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dryrun } from './dryrun'

const TEMPLATES = resolve(import.meta.dirname, '../../../resources/templates')
const THREE = resolve(TEMPLATES, 'three-services.dryrun.json')

test('prints a packet a line, and what the hop costs', async () => {
  const { status, out, err } = await dryrun(['wire', THREE, '--connection', 'place'])
  expect([status, err]).toEqual([0, ''])
  expect(out).toMatch(/SYN, ACK\n/)
  expect(out).toContain('First byte of the answer: 4 round trips')
})

test('prints every byte with the name of its field where asked to', async () => {
  const call = ['wire', THREE, '--connection', 'place', '--tls', 'none', '--no-dns', '--bytes']
  const { out } = await dryrun(call)
  expect(out).toMatch(/Destination Port\s+80/)
  expect(out).toMatch(/request line\s+POST \/orders HTTP\/1\.1/)
})

test('gives machines the hop as one object', async () => {
  const call = ['wire', THREE, '--connection', 'bill', '--warm', '--json']
  const hop = JSON.parse((await dryrun(call)).out) as {
    protocol: string
    roundTrips: object
    packets: { title: string; content: { hex: string } }[]
  }
  expect(hop.protocol).toBe('broker')
  expect(hop.roundTrips).toEqual({ setup: 0, answer: 1 })
  expect(hop.packets[0]?.title).toBe('Basic.Publish, header, body')
  expect(hop.packets[0]?.content.hex).toMatch(/^01000100.*ce$/)
})

test('names the line that was meant', async () => {
  const { status, err } = await dryrun(['wire', THREE, '--connection', 'plac'])
  expect(status).toBe(2)
  expect(err).toContain('did you mean "place"?')
})
