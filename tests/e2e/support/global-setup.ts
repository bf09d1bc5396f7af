/** Once before all specs: what they start must have been built, and the stand-in is built here. */
import { existsSync } from 'node:fs'
import { BUILT } from './built'
import { buildStandIn } from './stand-in/build'

export default async function prepare(): Promise<void> {
  for (const path of Object.values(BUILT)) {
    if (!existsSync(path)) throw new Error(`${path} is not there: run \`npm run build\` first`)
  }
  if (process.env.ELECTRON === undefined) await buildStandIn()
}
