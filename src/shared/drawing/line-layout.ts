/**
 * Where every line of a scenario goes and where its label stands. A pure function of the drawing; after a
 * move, only what the move touches is done again.
 */
import type { ConnectionId } from '../base/ids'
import type { Scenario } from '../scenario/scenario'
import type { Service } from '../scenario/service'
import type { Language } from '../scenario/text'
import { type Attached, Attacher, type Link } from './attachments'
import { type Crowd, ListCrowd } from './crowd'
import { totalLength } from './curve'
import { drawnOrders } from './drawn-order'
import { boundsOverlap, boxAt, grown, unionOf } from './geometry'
import { GridCrowd } from './grid-crowd'
import { type LabelPlace, labelPlace } from './label-place'
import { type LabelWords, labelWords } from './label-words'
import { type BareLine, bareLine, type LineDrawing, lineDrawing } from './line-drawing'
import { attachBox, serviceExtent } from './service-box'
import type { Bounds } from './shape'
import { zoneNameBox } from './zone-shapes'

export { hitLine, hitWay, type LineDrawing, pointAlong } from './line-drawing'

export type Lines = ReadonlyMap<ConnectionId, LineDrawing>

/** What a layout knows beyond its result; kept beside it so that a move need not find it out again. */
interface Ground {
  readonly language: Language
  readonly scenario: Scenario
  readonly links: readonly Link[]
  readonly linksOf: readonly (readonly number[])[]
  readonly words: readonly LabelWords[]
  readonly boxes: readonly Bounds[]
  readonly extents: readonly Bounds[]
}

const GROUNDS = new WeakMap<Lines, Ground>()

function linksBetween(scenario: Scenario): Pick<Ground, 'links' | 'linksOf'> {
  const numbers = new Map(scenario.services.map((service, index) => [service.id, index]))
  const linksOf: number[][] = scenario.services.map(() => [])
  const links = scenario.connections.map((connection, line): Link => {
    const from = numbers.get(connection.from) ?? -1
    const to = numbers.get(connection.to) ?? -1
    if (from >= 0 && to >= 0) {
      linksOf[from]?.push(line)
      if (from !== to) linksOf[to]?.push(line)
    }
    return { from, to, waypoints: connection.waypoints }
  })
  return { links, linksOf }
}

function groundOf(scenario: Scenario, language: Language): Ground {
  const orders = drawnOrders(scenario)
  return {
    language,
    scenario,
    ...linksBetween(scenario),
    words: scenario.connections.map((c) => labelWords(c, language, orders.get(c.id))),
    boxes: scenario.services.map((s) => attachBox(s, language)),
    extents: scenario.services.map((s) => serviceExtent(s, language)),
  }
}

/** Room around a line in which its label is looked for. */
const LABEL_SEARCH_ROOM = 260

/** Notes and the names of zones are not covered by labels either. */
function addBackground(crowd: Crowd, scenario: Scenario, language: Language): void {
  for (const note of scenario.notes ?? []) crowd.addBox(boxAt(note.position, note.size))
  for (const zone of scenario.zones ?? []) crowd.addBox(zoneNameBox(zone, language))
}

interface ToPlace {
  readonly line: number
  readonly bare: BareLine
  readonly words: LabelWords
}

/** They have the fewest places for a label. */
function shortestFirst(lines: readonly ToPlace[]): readonly ToPlace[] {
  return lines.toSorted((a, b) => totalLength(a.bare) - totalLength(b.bare) || a.line - b.line)
}

function placeIn(crowd: Crowd, { line, bare, words }: ToPlace): LabelPlace | undefined {
  const place = labelPlace(bare, words.settings, line, crowd)
  if (place) crowd.addBox(place.box)
  return place
}

const LINES_A_PIECE = 50

/**
 * The labels of a whole board, placed when the first of them is asked for, or before that a piece at a time: they
 * are half of the work, and of a board seen from afar nobody reads one.
 */
class Labelling {
  private readonly places = new Map<number, LabelPlace>()
  private readonly pieces: Generator<undefined>
  private isDone = false

  constructor(ground: Ground, lines: readonly ToPlace[]) {
    this.pieces = this.placed(ground, lines)
  }

  /** Does one more piece; false when there was none left. */
  goOn(): boolean {
    if (!this.isDone) this.isDone = this.pieces.next().done === true
    return !this.isDone
  }

  of(line: number): LabelPlace | undefined {
    while (this.goOn());
    return this.places.get(line)
  }

  private *placed(
    { extents, scenario, language }: Ground,
    lines: readonly ToPlace[],
  ): Generator<undefined> {
    const around = unionOf([...extents, ...lines.map(({ bare }) => bare.bounds)])
    const crowd = new GridCrowd(grown(around, LABEL_SEARCH_ROOM))
    for (const extent of extents) crowd.addBox(extent)
    addBackground(crowd, scenario, language)
    for (const [place, { line, bare }] of lines.entries()) {
      if (bare.middle) crowd.addBox(bare.middle)
      crowd.addLine(bare.points, line)
      if (place % LINES_A_PIECE === 0) yield
    }
    for (const one of shortestFirst(lines)) {
      const place = placeIn(crowd, one)
      if (place) this.places.set(one.line, place)
      yield
    }
  }
}

const LABELLINGS = new WeakMap<Lines, Labelling>()

/**
 * Places a few more labels of a layout that nobody has asked for yet, in far less than a frame; false when all have
 * their place. Without it they all get it at once, with the first that is looked at.
 */
export function placeMoreLabels(lines: Lines): boolean {
  return LABELLINGS.get(lines)?.goOn() ?? false
}

/** Every line of the scenario, in drawn order. A line without a service at one end is left out. */
export function layoutLines(scenario: Scenario, language: Language): Lines {
  const ground = groundOf(scenario, language)
  const attacher = new Attacher(ground.links, ground.boxes, ground.linksOf)
  const bares: ToPlace[] = []
  scenario.connections.forEach((connection, line) => {
    const attached = attacher.attached(line)
    const words = ground.words[line]
    if (attached && words) bares.push({ line, bare: bareLine(connection, attached), words })
  })
  const labelling = new Labelling(ground, bares)
  const lines: Lines = new Map(
    bares.map(({ line, bare, words }) => [
      bare.connection.id,
      lineDrawing(bare, words.order, () => labelling.of(line)),
    ]),
  )
  GROUNDS.set(lines, ground)
  LABELLINGS.set(lines, labelling)
  return lines
}

function sameEnds(a: Attached, b: Attached): boolean {
  return (
    a.from.point.x === b.from.point.x &&
    a.from.point.y === b.from.point.y &&
    a.to.point.x === b.to.point.x &&
    a.to.point.y === b.to.point.y &&
    a.from.side === b.from.side &&
    a.to.side === b.to.side
  )
}

/** The numbers of the services that stand elsewhere now; undefined when anything else has changed too. */
function movedServices(ground: Ground, scenario: Scenario): readonly number[] | undefined {
  const before = ground.scenario
  if (scenario.connections !== before.connections || scenario.notes !== before.notes) {
    return undefined
  }
  if (scenario.zones !== before.zones) return undefined
  if (scenario.services.length !== before.services.length) return undefined
  const moved: number[] = []
  for (let i = 0; i < scenario.services.length; i += 1) {
    const now = scenario.services[i]
    const then = before.services[i]
    if (now === then) continue
    if (!now || !then || !isMove(then, now, ground.language)) return undefined
    moved.push(i)
  }
  return moved
}

function isMove(then: Service, now: Service, language: Language): boolean {
  if (then.id !== now.id || then.handlers !== now.handlers || then.kind !== now.kind) return false
  const a = attachBox(then, language)
  const b = attachBox(now, language)
  return a.width === b.width && a.height === b.height
}

/** Lines whose ends a move may shift: those of the moved services and of their neighbours. */
function touchedLines(ground: Ground, moved: readonly number[]): ReadonlySet<number> {
  const near = new Set(moved)
  for (const service of moved) {
    for (const line of ground.linksOf[service] ?? []) {
      const link = ground.links[line]
      if (link) near.add(link.from).add(link.to)
    }
  }
  const touched = new Set<number>()
  for (const service of near) for (const line of ground.linksOf[service] ?? []) touched.add(line)
  return touched
}

/** Only what stands where the labels may go: the rest of the board is not looked at. */
function crowdAround(
  ground: Ground,
  previous: Lines,
  again: readonly ToPlace[],
  isAgain: (id: ConnectionId) => boolean,
): Crowd {
  const region = grown(unionOf(again.map(({ bare }) => bare.bounds)), LABEL_SEARCH_ROOM)
  const crowd = new ListCrowd()
  for (const extent of ground.extents) if (boundsOverlap(extent, region)) crowd.addBox(extent)
  addBackground(crowd, ground.scenario, ground.language)
  let number = -1
  for (const line of previous.values()) {
    number -= 1
    if (isAgain(line.id) || !boundsOverlap(line.bounds, region)) continue
    if (line.label.box.width > 0) crowd.addBox(line.label.box)
    if (line.middle) crowd.addBox(line.middle)
    crowd.addLine(line.points, number, line.bounds)
  }
  for (const { line, bare } of again) {
    if (bare.middle) crowd.addBox(bare.middle)
    crowd.addLine(bare.points, line, bare.bounds)
  }
  return crowd
}

/** What becomes of a label over which a moved service has come: it makes room, or waits until the move ends. */
export type CoveredLabels = 'yield' | 'wait'

/**
 * The lines after services were moved. Ways are what `layoutLines` gives; labels of lines that need not
 * change stay where they are. Which services moved is read off the scenario itself; anything but a move is
 * laid out from the start.
 */
export function relayoutLines(
  previous: Lines,
  scenario: Scenario,
  _movedIds: ReadonlySet<string>,
  language: Language = 'en',
  covered: CoveredLabels = 'yield',
): Lines {
  const ground = GROUNDS.get(previous)
  if (!ground) return layoutLines(scenario, language)
  const moved = movedServices(ground, scenario)
  if (!moved) return layoutLines(scenario, ground.language)
  if (moved.length === 0) return previous
  const next = movedGround(ground, scenario, moved)
  const attacher = new Attacher(next.links, next.boxes, next.linksOf)
  const again = new Map<ConnectionId, ToPlace>()
  const add = (line: number, attached: Attached | undefined): void => {
    const connection = scenario.connections[line]
    const words = next.words[line]
    if (!connection || !words || !attached) return
    again.set(connection.id, { line, bare: bareLine(connection, attached), words })
  }
  for (const line of touchedLines(next, moved)) {
    const id = scenario.connections[line]?.id
    const before = id === undefined ? undefined : previous.get(id)
    const attached = attacher.attached(line)
    if (before && attached && sameEnds(before.attached, attached)) continue
    add(line, attached)
  }
  const movedTo = moved.flatMap((service) => next.extents[service] ?? [])
  const labelled = covered === 'yield' ? scenario.connections : []
  labelled.forEach(({ id }, line) => {
    const before = previous.get(id)
    if (!before || again.has(id) || before.label.box.width === 0) return
    if (movedTo.some((box) => boundsOverlap(box, before.label.box, 2))) add(line, before.attached)
  })
  const crowd = crowdAround(next, previous, [...again.values()], (id) => again.has(id))
  const lines = new Map(previous)
  for (const one of shortestFirst([...again.values()])) {
    const place = placeIn(crowd, one)
    lines.set(
      one.bare.connection.id,
      lineDrawing(one.bare, one.words.order, () => place),
    )
  }
  GROUNDS.set(lines, next)
  const labelling = LABELLINGS.get(previous)
  if (labelling) LABELLINGS.set(lines, labelling)
  return lines
}

function movedGround(ground: Ground, scenario: Scenario, moved: readonly number[]): Ground {
  const boxes = [...ground.boxes]
  const extents = [...ground.extents]
  for (const index of moved) {
    const service = scenario.services[index]
    if (!service) continue
    boxes[index] = attachBox(service, ground.language)
    extents[index] = serviceExtent(service, ground.language)
  }
  return { ...ground, scenario, boxes, extents }
}
