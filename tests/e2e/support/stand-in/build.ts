/** Builds the stand-in into one executable file: node 20 does not run TypeScript. */
import { chmodSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const FOLDER = resolve(import.meta.dirname, '../../../../out/stand-in')

/** The path to start in place of Electron's binary. */
export const STAND_IN = join(FOLDER, 'electron.mjs')

export async function buildStandIn(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(import.meta.dirname, 'main.ts'),
      outDir: FOLDER,
      emptyOutDir: true,
      target: 'node20.19',
      minify: false,
      rollupOptions: {
        output: { entryFileNames: 'electron.mjs', banner: '#!/usr/bin/env node' },
      },
    },
  })
  chmodSync(STAND_IN, 0o755)
}
