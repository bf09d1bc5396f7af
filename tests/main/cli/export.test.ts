/** `dryrun export`: each form holds the whole drawing, and is the same each time. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { depict } from '../../../src/main/cli/depict'
import { chunksOf } from '../../../src/shared/carrier/png-chunks'
import { textIn } from '../../../src/shared/scenario/text'
import { template } from '../../support/templates'
import { temporaryFolders } from '../library/temporary-folder'
import { dryrun } from './dryrun'

const folderOf = temporaryFolders()
const THREE = resolve('resources/templates/three-services.dryrun.json')
const scenario = template('three-services')

/** As large as the drawing that the same options give, and with more than its ground to see. */
function isDrawn(png: Buffer, options: readonly string[]): void {
  const view = options.includes('sequence') ? 'sequence' : 'diagram'
  const scale = options.includes('--scale') ? 1 : 2
  const drawing = depict(scenario, { view, theme: 'light', language: 'en', seed: 1 })
  if (!drawing.ok) throw new Error('not drawn')
  const { width, height } = drawing.value.bounds
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width * scale, height * scale])
  const content = (chunksOf(png) ?? []).filter(({ type }) => type === 'IDAT')
  const rows = inflateSync(Buffer.concat(content.map((chunk) => chunk.content)))
  // A byte before each row says how it is packed (PNG specification, section 9).
  expect(rows.length).toBe((width * scale * 4 + 1) * height * scale)
  expect(new Set(rows).size).toBeGreaterThan(100)
}

describe('export', () => {
  const pictures: [string, string[]][] = [
    ['a.svg', []],
    ['a.svg', ['--theme', 'dark', '--legend', '--language', 'ru']],
    ['a.svg', ['--view', 'sequence']],
    ['a.svg', ['--view', 'sequence', '--step', '5']],
    ['a.svg', ['--step', '5']],
    ['a.svg', ['--background', 'transparent']],
    ['a.html', []],
    ['a.mmd', ['--language', 'ru']],
    ['a.mmd', ['--view', 'sequence']],
    ['a.png', []],
    ['a.png', ['--scale', '1', '--view', 'sequence']],
  ]
  test.each(pictures)('%s %j is drawn whole, the same each time', async (name, options) => {
    const folder = await folderOf()
    const files = [join(folder, `1${name}`), join(folder, `2${name}`)]
    for (const file of files) {
      const ended = await dryrun(['export', THREE, '-o', file, ...options])
      expect(ended).toEqual({ status: 0, out: '', err: '' })
    }
    const [one, two] = await Promise.all(files.map((file) => readFile(file)))
    if (one === undefined) throw new Error('nothing was written')
    expect(one.equals(two ?? Buffer.alloc(0))).toBe(true)
    if (name.endsWith('.png')) return isDrawn(one, options)
    const starts = {
      svg: '<svg ',
      html: '<!doctype html>',
      mmd: /^(flowchart LR|sequenceDiagram)\n/,
    }
    const format = name.slice(2) as keyof typeof starts
    const text = one.toString('utf8')
    expect(text.search(starts[format])).toBe(0)
    const language = options.includes('ru') ? 'ru' : 'en'
    const names = scenario.services.map((service) => textIn(service.name, language))
    expect(names.filter((each) => !text.includes(each))).toEqual([])
  })

  test.each([
    ['a.svg', ['Orders', 'Orders DB']],
    ['a.mmd', ['Orders', 'Orders DB']],
    ['a.svg', ['Orders', 'Orders DB'], ['--step', '9']],
  ])('%s of a selection shows %j and nothing else', async (name, shown, options: string[] = []) => {
    const file = join(await folderOf(), name)
    const words = ['--select', 'orders, ordersDb', '--no-carry', ...options]
    expect((await dryrun(['export', THREE, '-o', file, ...words])).status).toBe(0)
    const text = await readFile(file, 'utf8')
    const names = scenario.services.map((service) => textIn(service.name, 'en'))
    expect(names.filter((each) => text.includes(each))).toEqual(shown)
  })

  test.each([
    ['no format at all', ['-o', 'x'], 'cannot tell the format'],
    ['a step that is not there', ['-o', 'x.svg', '--step', '9999'], 'no step 9999'],
    ['a folder that is not there', ['-o', '/nowhere/x.svg'], 'folder /nowhere is not there'],
    ['a thing that is not there', ['-o', 'x.svg', '--select', 'ordrs'], 'did you mean "orders"?'],
    ['a part of a sequence', ['-o', 'x.svg', '--view', 'sequence', '--select', 'orders'], 'only'],
  ])('%s is told, and ends with 2', async (_, words, told) => {
    const { status, err } = await dryrun(['export', THREE, ...words])
    expect(status).toBe(2)
    expect(err).toContain(told)
  })
})
