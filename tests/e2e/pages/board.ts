/** The board: services and lines by their names, and what a hand does with them. */
import { expect, type Locator, type Page } from '@playwright/test'
import { startingWith, type Words } from './words'

export interface Point {
  readonly x: number
  readonly y: number
}

export class Board {
  constructor(
    private readonly page: Page,
    private readonly say: Words,
  ) {}

  get frame(): Locator {
    return this.page.getByRole('region', { name: this.say('canvas:board.label'), exact: true })
  }

  /** By its whole name, whatever its kind and its lines. */
  service(name: string): Locator {
    return this.frame.getByRole('group', { name: startingWith(`${name}, `) })
  }

  get services(): Locator {
    return this.frame.locator('[data-service]')
  }

  /** `protocol` as the picker has it: `rest`, `rabbitmq`. */
  line(protocol: string, from: string, to: string): Locator {
    const values = { protocol: this.say(`canvas:protocol.${protocol}`), from, to }
    const name = startingWith(this.say('canvas:label.line', values))
    return this.frame.getByRole('group', { name })
  }

  /** By a click on its middle, where a straight or an evenly bent line runs. */
  async selectLine(protocol: string, from: string, to: string): Promise<void> {
    const line = this.line(protocol, from, to)
    const box = await line.boundingBox()
    if (!box) throw new Error(`no line leads from ${from} to ${to}`)
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await expect(line).toHaveAttribute('aria-current')
  }

  get lines(): Locator {
    return this.frame.locator('[data-line]')
  }

  zone(name: string): Locator {
    return this.frame.getByRole('group', {
      name: this.say('canvas:label.zone', { name }),
      exact: true,
    })
  }

  /** The lines that show what a dragged thing is in line with. */
  get guides(): Locator {
    return this.frame.locator('.snap-guides')
  }

  /** Of the selected line: its ends, its points, and the middles by which it is bent. */
  lineHandles(part: 'from' | 'to' | 'point' | 'bend'): Locator {
    return this.frame.locator(`[data-line-handle^="${part} "]`)
  }

  /** The middle of the first of them, in the window. */
  async lineHandle(part: 'from' | 'to' | 'point' | 'bend'): Promise<Point> {
    const box = await this.lineHandles(part).first().boundingBox()
    if (!box) throw new Error(`the selected line has no ${part}`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  /** A place in the window, from the board's upper left corner. */
  async at(place: Point): Promise<Point> {
    const box = await this.frame.boundingBox()
    if (!box) throw new Error('the board is not shown')
    return { x: box.x + place.x, y: box.y + place.y }
  }

  /** The middle of a service, in the window. */
  async middleOf(name: string): Promise<Point> {
    const box = await this.service(name).boundingBox()
    if (!box) throw new Error(`${name} is not on the board`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  /** Where in the window a place of the board is, both in its own units. */
  async windowOf(place: Point): Promise<Point> {
    const [zoom, , , , x, y] = await this.frame
      .locator('.react-flow__viewport')
      .evaluate((viewport) => {
        const { a, b, c, d, e, f } = new DOMMatrix(getComputedStyle(viewport).transform)
        return [a, b, c, d, e, f] as const
      })
    return this.at({ x: place.x * zoom + x, y: place.y * zoom + y })
  }

  /** How much of the board the painter has covered: 0 where all that is shown are elements. */
  async paintedShare(): Promise<number> {
    return this.frame.locator('canvas.painted').evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      let painted = 0
      for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 0) painted += 1
      return painted / (width * height)
    })
  }

  /** Whether the painter has used a colour, given as computed styles write it. */
  async paints(colour: string): Promise<boolean> {
    return this.frame
      .locator('canvas.painted')
      .evaluate((canvas: HTMLCanvasElement, wanted: string) => {
        const { width, height } = canvas
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
        for (let at = 0; at < pixels.length; at += 4) {
          const found = `rgb(${pixels[at]}, ${pixels[at + 1]}, ${pixels[at + 2]})`
          if (pixels[at + 3] === 255 && found === wanted) return true
        }
        return false
      }, colour)
  }

  async clickAt(place: Point): Promise<void> {
    const { x, y } = await this.at(place)
    await this.page.mouse.click(x, y)
  }

  /** From one place of the window to another, button held, in enough moves to be a drag. */
  async pull(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y)
    await this.page.mouse.down()
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
    await this.page.mouse.move(to.x, to.y, { steps: 3 })
    await this.page.mouse.up()
  }

  async drag(name: string, by: Point): Promise<void> {
    const from = await this.middleOf(name)
    await this.pull(from, { x: from.x + by.x, y: from.y + by.y })
  }

  /** Pulls a line from the handle at a side of a service. */
  async pullLine(name: string, side: 'right' | 'bottom', to: Point): Promise<void> {
    await this.service(name).hover()
    const handles = this.frame.getByTitle(this.say('canvas:handle.title', { name }), {
      exact: true,
    })
    const box = await handles.nth(side === 'right' ? 1 : 2).boundingBox()
    if (!box) throw new Error(`${name} has no handle`)
    await this.pull({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, to)
  }

  async select(name: string, ...others: readonly string[]): Promise<void> {
    await this.service(name).click()
    for (const other of others) await this.service(other).click({ modifiers: ['Shift'] })
    await this.expectSelected(name, ...others)
  }

  async expectSelected(...names: readonly string[]): Promise<void> {
    await expect(this.services.and(this.frame.locator('[aria-current]'))).toHaveCount(names.length)
    for (const name of names) await expect(this.service(name)).toHaveAttribute('aria-current')
  }

  /** Out of whatever is going on: the tool first, then what is selected. */
  async leave(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await this.page.keyboard.press('Escape')
    await this.expectSelected()
  }

  /** The picker of protocols beside the line that is selected. */
  protocol(name: string): Locator {
    const picker = this.frame.getByRole('toolbar', { name: this.say('canvas:protocols.label') })
    return picker.getByRole('button', { name: this.say(`canvas:protocol.${name}`), exact: true })
  }

  /** Percent. */
  async zoom(): Promise<number> {
    const control = this.frame.getByRole('group', { name: this.say('canvas:zoom.label') })
    const shown = await control.getByRole('button').nth(1).textContent()
    return Number.parseFloat(shown ?? '')
  }

  /** The hint that the drawing is locked. */
  get locked(): Locator {
    return this.frame.locator('.lock-hint').filter({ hasText: this.say('canvas:locked') })
  }

  get empty(): Locator {
    return this.frame.getByRole('heading', { name: this.say('canvas:empty.title') })
  }
}
