/** A TypeScript file as a script that node runs in a process of its own: node 20 reads no TypeScript. */
import { basename, join } from 'node:path'
import { build } from 'vite'

/** Builds `entry` and what it imports into `folder`; the path of the script. */
export async function builtProcess(entry: string, folder: string): Promise<string> {
  const name = `${basename(entry, '.ts')}.cjs`
  await build({
    configFile: false,
    logLevel: 'error',
    // One file: the packages are not found from where it stands.
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: name } },
    },
  })
  return join(folder, name)
}
