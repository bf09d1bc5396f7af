/**
 * Started in place of the Electron binary, with its arguments: brings up Chromium, puts the stand-in where
 * `electron` is looked for, and loads the main script.
 */
import inspector from 'node:inspector'
import Module, { register } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from './app'
import { StandInBrowserWindow } from './browser-window'
import { startChromium } from './chromium'
import { electron } from './electron'
import { room } from './engine-room'
import { interceptRequests } from './interception'
import { refusePopups } from './popups'

const given = process.argv.slice(2)
const switches = given.filter((argument) => argument.startsWith('-'))
const [script, ...rest] = given.filter((argument) => !argument.startsWith('-'))
if (script === undefined) throw new Error('name the main script to load')
process.argv = [process.argv[1] ?? 'electron', script, ...switches, ...rest]

// Playwright waits for the line that this prints, then asks for `require('electron')` in there.
if (switches.some((each) => each.startsWith('--inspect'))) inspector.open(0, '127.0.0.1')

takeElectronsPlace()
const chromium = await startChromium(process.env.CHROMIUM ?? 'chromium', app.getLocale())
room.connected(chromium.cdp)
await interceptRequests(chromium.cdp)
await refusePopups(chromium.cdp)
process.stderr.write(`DevTools listening on ${chromium.address}\n`)
await import(pathToFileURL(resolve(script)).href)
app.start({
  closable: () => StandInBrowserWindow.getAllWindows(),
  end: () => {
    chromium.stop()
    process.exit(0)
  },
})
process.once('exit', () => chromium.stop())

/** For `require`, and for `import` by a loader: node 20 has no `registerHooks`. */
function takeElectronsPlace(): void {
  const loading = Module as unknown as { _load(name: string, ...more: unknown[]): unknown }
  const load = loading._load
  loading._load = (name, ...more) =>
    name === 'electron' ? electron : load.call(Module, name, ...more)
  Object.assign(globalThis, { standInForElectron: electron })
  const names = Object.keys(electron).join(', ')
  const source = `export const { ${names} } = globalThis.standInForElectron`
  const url = `data:text/javascript,${encodeURIComponent(source)}`
  const loader = `export const resolve = (name, context, next) =>
    name === 'electron' ? { url: ${JSON.stringify(url)}, shortCircuit: true } : next(name, context)`
  register(`data:text/javascript,${encodeURIComponent(loader)}`)
}
