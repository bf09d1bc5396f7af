import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

// Node 20.19 is the oldest runtime of the command line and the browser host, older than Electron's own Node.
const target = 'node20.19'

/**
 * What is fetched as one, each with all that it imports and the ones before it do not have. Left alone, every set
 * of modules that two parts share is a file of its own, and opening a board asks for thirty.
 */
const CHUNKS = [
  { name: 'boot', test: /renderer\/boot\.ts$/, priority: 4 },
  { name: 'page', test: /renderer\/main\.tsx$/, priority: 3 },
  { name: 'board', test: /shell\/board-screen\.tsx$/, priority: 2 },
  {
    name: 'panels',
    test: /(inspector\/inspector|timeline\/step-list|sequence\/sequence-view|timeline\/promises-view|review\/review-count)\.tsx$/,
    priority: 1,
  },
]

/** What a board is opened with, fetched beside the script that will ask for it. */
const PRELOADED: readonly (readonly [RegExp, string])[] = [
  [/\/(rolldown-runtime|page|board|english)-[\w-]+\.js$/, 'rel="modulepreload"'],
  [/dryrun-sans-\w+-[\w-]+\.otf$/, 'rel="preload" as="font" type="font/otf"'],
]

const preload: Plugin = {
  name: 'dryrun:preload',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const links = Object.keys(bundle).flatMap((file) =>
        PRELOADED.filter(([wanted]) => wanted.test(file)).map(
          ([, how]) => `    <link ${how} crossorigin href="./${file}">\n`,
        ),
      )
      return html.replace(/ *<\/head>/, `${links.join('')}$&`)
    },
  },
}

export default defineConfig({
  main: {
    build: {
      target,
      // Only `dependencies` stay outside: each file of theirs is found, read and linked before a command does
      // anything. What is under `devDependencies` is bundled.
      outDir: 'out/main',
      rollupOptions: {
        input: {
          desktop: resolve(import.meta.dirname, 'src/main/desktop/desktop.ts'),
          cli: resolve(import.meta.dirname, 'src/main/cli/cli.ts'),
        },
        output: { format: 'es', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target,
      outDir: 'out/preload',
      // A sandboxed preload must be one CommonJS file that requires nothing but electron.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve(import.meta.dirname, 'src/main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), preload],
    build: {
      outDir: 'out/renderer',
      target: 'chrome120',
      minify: true,
      // The content policy allows no data: scripts and no inline styles from the build.
      assetsInlineLimit: 0,
      // One stylesheet: with one a chunk the order of the rules would hang on what was opened first.
      cssCodeSplit: false,
      rollupOptions: {
        input: { index: resolve(import.meta.dirname, 'src/renderer/index.html') },
        output: { codeSplitting: { groups: CHUNKS } },
      },
    },
    worker: { format: 'es' },
  },
})
