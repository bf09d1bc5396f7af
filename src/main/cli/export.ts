/** `dryrun export FILE -o OUT`: the same drawing that the board shows, as a picture, a page or text. */
import { extname, resolve } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import { svgWith } from '../../shared/carrier/svg-carrier'
import { toSvg } from '../../shared/drawing/svg'
import { printScenario } from '../../shared/scenario/print'
import type { Scenario } from '../../shared/scenario/scenario'
import { textIn } from '../../shared/scenario/text'
import { drawPicture } from '../host/picture'
import { saveFile } from '../library/save-file'
import { userFolders } from '../user-folders'
import { type Depicted, depict } from './depict'
import { filmFileOf } from './export-film'
import { type ModelOptions, modelOf } from './export-model'
import { mermaidOf, pageOf } from './export-text'
import { complain, complainAbout } from './output'
import { scenarioNamed } from './scenario-input'
import { parseSelected } from './selected'
import { STATUS, type Status } from './status'

export interface ExportOptions extends Omit<Depicted, 'only'>, ModelOptions {
  readonly output: string
  readonly scale: number
  readonly background?: 'paper' | 'transparent'
  /** `--no-carry`: the picture does not open again as the scenario. */
  readonly carry?: boolean
  /** Ids, with commas between. */
  readonly select?: string
}

const FORMATS = ['.png', '.svg', '.html', '.gif', '.mmd', '.pml']
const KNOWN = 'give a file ending in .png, .svg, .html, .gif, .mmd or .pml.'

export async function exportPicture(file: string, options: ExportOptions): Promise<Status> {
  const format = extname(options.output).toLowerCase()
  if (!FORMATS.includes(format)) {
    complain(`cannot tell the format of ${options.output}; ${KNOWN}`)
    return STATUS.unusable
  }
  const scenario = await scenarioNamed(file)
  if (scenario === undefined) return STATUS.unusable
  const chosen = selectedFor(scenario, format, options)
  if (!chosen.ok) {
    complain(chosen.message)
    return STATUS.unusable
  }
  const made = await contentOf(scenario, format, { ...options, ...chosen.selection })
  if (!made.ok) {
    complainAbout(file, made.problems)
    return STATUS.unusable
  }
  const written = await write(options.output, made.value)
  if (written.ok) return STATUS.fine
  complainAbout(options.output, written.problems)
  return STATUS.unusable
}

type Chosen =
  | { readonly ok: true; readonly selection: Pick<Depicted, 'only'> }
  | { readonly ok: false; readonly message: string }

/** A run needs all that takes part in it: only what draws services and lines can leave some out. */
function selectedFor(scenario: Scenario, format: string, { select, view }: ExportOptions): Chosen {
  if (select === undefined) return { ok: true, selection: {} }
  const isDiagram = view === 'diagram' || format === '.html' || format === '.gif'
  if (!isDiagram || format === '.pml') {
    return { ok: false, message: '--select: leaves things out of the diagram only.' }
  }
  const selected = parseSelected(select, scenario)
  return selected.ok ? { ok: true, selection: { only: selected.only } } : selected
}

async function contentOf(
  scenario: Scenario,
  format: string,
  options: ExportOptions & Pick<Depicted, 'only'>,
): Promise<Outcome<Buffer>> {
  if (format === '.gif') return filmFileOf(scenario, options)
  if (format === '.html') return asBytes(await pageOf(scenario, options))
  if (format === '.mmd') return asBytes(mermaidOf(scenario, options))
  if (format === '.pml') return asBytes(modelOf(scenario, options))
  const drawing = depict(scenario, options)
  if (!drawing.ok) return drawing
  const { theme, scale, language, background = 'paper' } = options
  const title = textIn(scenario.title, language)
  const svg = toSvg(drawing.value, { theme, background, title })
  const carry = options.carry === false ? undefined : printScenario(scenario)
  return encode({ svg, format, scale, carry })
}

const asBytes = (text: Outcome<string>): Outcome<Buffer> =>
  text.ok ? { ok: true, value: Buffer.from(text.value) } : text

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
