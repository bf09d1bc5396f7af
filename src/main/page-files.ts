/**
 * The page's files in memory, by the exact path of their address. A request is a look-up in this map and
 * never a path on disk, so there is nothing to climb out of.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

interface PageFile {
  readonly body: Buffer<ArrayBuffer>
  readonly type: string
}

export type PageFiles = ReadonlyMap<string, PageFile>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.otf': 'font/otf',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
}

/** Everything under `folder`, read once; `/` is its index.html. A file of an unknown type is not served. */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const type = TYPES[extname(path)]
    if (type === undefined) continue
    const address = path.slice(folder.length).split(sep).join('/')
    files.set(address, { body: Buffer.from(readFileSync(path)), type })
  }
  const index = files.get('/index.html')
  if (index !== undefined) files.set('/', index)
  return files
}
