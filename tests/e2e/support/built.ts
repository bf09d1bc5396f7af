/** What `npm run build` makes and the specs start. */
import { resolve } from 'node:path'

const out = resolve(import.meta.dirname, '../../../out')

export const BUILT = {
  cli: resolve(out, 'main/cli.js'),
  desktop: resolve(out, 'main/desktop.js'),
  preload: resolve(out, 'preload/preload.cjs'),
  page: resolve(out, 'renderer/index.html'),
}
