import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Node 20.19 is the oldest runtime of the command line and the browser host, older than Electron's own Node.
const target = 'node20.19'

export default defineConfig({
  main: {
    build: {
      target,
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
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome120',
      minify: true,
      // The content policy allows no data: scripts and no inline styles from the build.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve(import.meta.dirname, 'src/renderer/index.html') } },
    },
    worker: { format: 'es' },
  },
})
