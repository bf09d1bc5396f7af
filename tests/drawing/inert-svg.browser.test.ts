/** Row 41 of the reliability checklist: what is exported as SVG is inert, whatever the names in it are. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { carriedBySvg, svgWith } from '../../src/shared/carrier/svg-carrier'
import { drawScenario } from '../../src/shared/drawing/scenario-drawing'
import { toSvg } from '../../src/shared/drawing/svg'
import { printScenario } from '../../src/shared/scenario/print'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { launchChromium } from '../support/chromium'
import { everyProtocol } from '../support/drawing-samples'

const ELEMENTS = 'svg title metadata dryrun:scenario g rect circle path text'.split(' ')
const ATTRIBUTES = (
  'xmlns xmlns:dryrun encoding width height viewBox role text-rendering x y rx cx cy r d fill ' +
  'stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin opacity transform ' +
  'font-family font-size font-weight text-anchor xml:space'
).split(' ')

const HOSTILE = [
  '<script>alert(1)</script>',
  '</text><script xmlns="http://www.w3.org/2000/svg">alert(1)</script>',
  '"/><image href="http://127.0.0.1:9/x.png" onerror="alert(1)"/>',
  '" onload="alert(1)',
  '</title></metadata><a href="javascript:alert(1)"><set attributeName="href"/></a>',
  '<style>@import url(http://127.0.0.1:9/x.css);</style>',
  '<foreignObject><iframe src="http://127.0.0.1:9/"/></foreignObject>',
  ']]><!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]>&e;',
  '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>',
]

let browser: Browser
let folder: string

beforeAll(async () => {
  browser = await launchChromium()
  folder = await mkdtemp(join(tmpdir(), 'dryrun-svg-'))
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

function named(name: string): Scenario {
  return {
    ...everyProtocol,
    title: name,
    services: everyProtocol.services.map((service) => ({ ...service, name, note: name })),
    connections: everyProtocol.connections.map((line) => ({
      ...line,
      label: name,
      operation: name,
    })),
    notes: [{ id: 'n', text: name, position: { x: 0, y: 0 }, size: { width: 900, height: 200 } }],
  }
}

test.each(HOSTILE)('row 41: an exported SVG opened by itself is inert: %s', async (name) => {
  const scenario = named(name)
  const drawing = drawScenario(scenario, { language: 'en', legend: true })
  const picture = toSvg(drawing, { theme: 'light', background: 'paper', title: name })
  const svg = svgWith(picture, printScenario(scenario))
  const file = join(folder, 'picture.svg')
  await writeFile(file, svg)
  const page = await browser.newPage()
  const wrong: string[] = []
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) wrong.push(request.url())
  })
  page.on('dialog', (dialog) => {
    wrong.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('console', (message) => wrong.push(message.text()))
  await page.goto(pathToFileURL(file).href)
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    return {
      root: document.documentElement.tagName,
      elements: [...new Set(all.map((one) => one.tagName))],
      attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))],
      title: document.querySelector('title')?.textContent,
    }
  })
  expect(found.root).toBe('svg')
  expect(found.title).toBe(name)
  expect(found.elements.filter((one) => !ELEMENTS.includes(one))).toEqual([])
  expect(found.attributes.filter((one) => !ATTRIBUTES.includes(one))).toEqual([])
  expect(wrong).toEqual([])
  expect(carriedBySvg(svg)).toEqual({ carries: 'scenario', text: printScenario(scenario) })
  await page.close()
})
