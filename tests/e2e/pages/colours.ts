/** Colours by the names of their meanings, on the page and in a picture. */
import type { Buffer } from 'node:buffer'
import type { Locator, Page } from '@playwright/test'

export interface Size {
  readonly width: number
  readonly height: number
}

/** `--bad` of the theme shown, as computed styles write it: `rgb(207, 42, 42)`. */
export function colourOf(page: Page, variable: `--${string}`): Promise<string> {
  return page.evaluate((name) => {
    const probe = document.createElement('i')
    probe.style.color = `var(${name})`
    document.body.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }, variable)
}

/** Every colour of a PNG as `rgb(...)`, decoded by the browser itself. */
export function coloursOf(page: Page, png: Buffer): Promise<readonly string[]> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? []
    const found = new Set<string>()
    for (let at = 0; at < pixels.length; at += 4) {
      found.add(`rgb(${pixels[at]}, ${pixels[at + 1]}, ${pixels[at + 2]})`)
    }
    return [...found]
  }, png.toString('base64'))
}

/** What a picture on the page shows, in its own units. */
export async function sizeOfPicture(picture: Locator): Promise<Size> {
  const [, , width, height] = ((await picture.getAttribute('viewBox')) ?? '').split(' ').map(Number)
  if (!width || !height) throw new Error('the picture has no size')
  return { width, height }
}
