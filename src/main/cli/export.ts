/** `dryrun export FILE -o OUT`: the same drawing that the board shows, as a picture. */
import { extname, resolve } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import { svgWith } from '../../shared/carrier/svg-carrier'
import { toSvg } from '../../shared/drawing/svg'
import { printScenario } from '../../shared/scenario/print'
import { textIn } from '../../shared/scenario/text'
import { drawPicture } from '../host/picture'
import { saveFile } from '../library/save-file'
import { userFolders } from '../user-folders'
import { type Depicted, depict } from './depict'
import { complain, complainAbout } from './output'
import { usableScenario } from './scenario-input'
import { STATUS, type Status } from './status'

export interface ExportOptions extends Depicted {
  readonly output: string
  readonly scale: number
  /** `--no-carry`: the picture does not open again as the scenario. */
  readonly carry?: boolean
}

const FORMATS = ['.png', '.svg']
const LATER_FORMATS = ['.mmd', '.pml', '.html', '.gif']

export async function exportPicture(file: string, options: ExportOptions): Promise<Status> {
  const format = extname(options.output).toLowerCase()
  if (!FORMATS.includes(format)) {
    complain(
      LATER_FORMATS.includes(format)
        ? `this version does not write ${format} yet; give a file ending in .png or .svg.`
        : `cannot tell the format of ${options.output}; give a file ending in .png or .svg.`,
    )
    return STATUS.unusable
  }
  const scenario = await usableScenario(file)
  if (scenario === undefined) return STATUS.unusable
  const drawing = depict(scenario, options)
  if (!drawing.ok) {
    complainAbout(file, drawing.problems)
    return STATUS.unusable
  }
  const title = textIn(scenario.title, options.language)
  const svg = toSvg(drawing.value, { theme: options.theme, background: 'paper', title })
  const carry = options.carry === false ? undefined : printScenario(scenario)
  const picture = await encode({ svg, format, scale: options.scale, carry })
  const written = picture.ok ? await write(options.output, picture.value) : picture
  if (written.ok) return STATUS.fine
  complainAbout(options.output, written.problems)
  return STATUS.unusable
}

interface Encoded {
  readonly svg: string
  readonly format: string
  readonly scale: number
  readonly carry: string | undefined
}

async function encode({ svg, format, scale, carry }: Encoded): Promise<Outcome<Buffer>> {
  if (format === '.svg')
    return { ok: true, value: Buffer.from(carry === undefined ? svg : svgWith(svg, carry)) }
  const picture = await drawPicture(svg, scale, carry)
  if (!picture.ok) return picture
  if (picture.value.scale < scale) {
    complain(`drawn at scale ${picture.value.scale}, the largest that fits into a picture.`)
  }
  return { ok: true, value: Buffer.from(picture.value.pngBase64, 'base64') }
}

/** An export is made again and again under one name, so it replaces what is there. */
function write(output: string, bytes: Buffer): Promise<Outcome<unknown>> {
  return saveFile({
    path: resolve(output),
    bytes,
    expected: { on: 'anything' },
    keepFolder: userFolders().settings,
  })
}
