/** The app's way from a scenario to a PNG, on a page with nothing else. */
import { paintPng } from '../../../src/renderer/commands/paint-png'
import '../../../src/renderer/ui/fonts.css'
import { drawScenario } from '../../../src/shared/drawing/scenario-drawing'
import { parseScenario } from '../../../src/shared/scenario/parse'

/** Width and height of the PNG at a scale, once its bytes are there. */
async function picture(text: string, scale: number): Promise<{ width: number; height: number }> {
  const parsed = parseScenario(text)
  if (!parsed.ok) throw new Error(`not a scenario: ${JSON.stringify(parsed.problems[0])}`)
  const drawing = drawScenario(parsed.value, { language: 'en' })
  const painted = await paintPng(drawing, { theme: 'light', background: 'paper', scale })
  if (painted?.scale !== scale) throw new Error('the page cannot paint as much')
  const header = new DataView(await painted.blob.slice(16, 24).arrayBuffer())
  return { width: header.getUint32(0), height: header.getUint32(4) }
}

Object.assign(window, { benchPicture: picture })
