/** A zone's name is read: on no board that comes with the product is a line drawn through one. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { containsPoint } from '../../src/shared/drawing/geometry'
import { pointAlong } from '../../src/shared/drawing/line-drawing'
import { layoutLines } from '../../src/shared/drawing/line-layout'
import { zoneNameBox } from '../../src/shared/drawing/zone-shapes'
import { template } from '../support/templates'

const IDS = readdirSync('resources/templates').map((file) => file.replace('.dryrun.json', ''))
/** Looked at on each line: a few board units apart. */
const PLACES = Array.from({ length: 401 }, (_, at) => at / 400)

test.each(['en', 'ru'] as const)('no line crosses the name of a zone, in %s', (language) => {
  const crossed = IDS.flatMap((id) => {
    const scenario = template(id)
    const names = (scenario.zones ?? []).map(
      (zone) => [zone.id, zoneNameBox(zone, language)] as const,
    )
    if (names.length === 0) return []
    return [...layoutLines(scenario, language).values()].flatMap((line) => {
      const points = PLACES.map((place) => pointAlong(line, place, 'forward'))
      return names
        .filter(([, box]) => points.some((point) => containsPoint(box, point)))
        .map(([zone]) => `${id}: ${line.id} through ${zone}`)
    })
  })
  expect(crossed).toEqual([])
})
