/**
 * Where Dryrun's own content is: resources/, the built page, its version. Found by walking up from this
 * module, because the bundler may move it into a chunk and the tests run it from the sources.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, resources/ and out/. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'resources', 'templates'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('Dryrun was installed without its resources folder')
    folder = parent
  }
  return folder
}

export const resourcesFolder = (): string => join(projectFolder(), 'resources')

/**
 * A path within the archive of a packaged desktop as code that is not Node's finds it: such files lie beside the
 * archive (`asarUnpack` in package.json), since only Node's own file functions read inside it.
 */
export const outsideArchive = (path: string): string =>
  path.replace(/([\\/]app\.asar)(?=[\\/])/, '$1.unpacked')

/** Where resvg, which is native code, finds the folder `fonts`. */
export const fontResources = (): string => outsideArchive(resourcesFolder())

/** What the page is made of, as built. */
export const rendererFolder = (): string => join(projectFolder(), 'out', 'renderer')

export function dryrunVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8'))
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? manifest.version
      : undefined
  return typeof version === 'string' ? version : '0.0.0'
}
