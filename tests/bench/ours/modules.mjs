/** Our own modules as plain JavaScript: built by vite as they are for the app, not interpreted from TypeScript. */
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
/** Name here -> source file. */
const SOURCES = {
  parse: 'src/shared/scenario/parse.ts',
  compile: 'src/shared/engine/compile.ts',
  machine: 'src/shared/engine/machine.ts',
  searchable: 'src/shared/engine/searchable.ts',
  explore: 'src/shared/drivers/explore.ts',
  decode: 'src/shared/engine/decode.ts',
  timeline: 'src/shared/drivers/timeline.ts',
  lives: 'src/shared/engine/load/lives.ts',
  load: 'src/shared/drivers/load/run-load.ts',
  marks: 'src/shared/drawing/marks.ts',
}

/**
 * Builds into out/bench: the rasteriser finds its fonts from inside the project only.
 * @returns {Promise<(name: keyof typeof SOURCES) => Promise<any>>} imports one of them
 */
export async function buildModules() {
  const folder = join(PROJECT, 'out/bench')
  const input = Object.entries(SOURCES).map(([name, source]) => [name, join(PROJECT, source)])
  await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20.19',
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(input),
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name].mjs' },
      },
    },
  })
  return (name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)
}
