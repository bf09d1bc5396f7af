/**
 * A run as one HTML page that steps forward and back without Dryrun and without a network: the diagram with
 * its marks, the list of steps, the sequence. Its policy lets nothing load and nothing run but its own style
 * and script, named by their hashes. Shapes stand in it once; a step is what it changes.
 */
import { captionTone } from '../drawing/caption'
import { drawSequence, type SequenceDrawing } from '../drawing/sequence-drawing'
import type { Bounds } from '../drawing/shape'
import { escapedXml, shapesToSvg, shapeToSvg } from '../drawing/svg'
import { say, word } from '../drawing/words'
import type { Step } from '../engine/step'
import { textIn } from '../scenario/text'
import { type FilmOptions, filmOf, type Run } from './film'
import { type Hunk, hunksBetween } from './hunks'
import { PAGE_SCRIPT } from './page-script'
import { PAGE_INKS, PAGE_STYLE } from './page-style'

export interface PageOptions extends Omit<FilmOptions, 'stepsMax'> {
  /** A step as a sentence of the page's language. */
  readonly sentenceOf: (step: Step) => string
  /** SHA-256 of the text as UTF-8, in Base64. */
  readonly sha256: (text: string) => Promise<string>
}

/** A page with more would no longer open at once. */
export const PAGE_STEPS_MAX = 2_000

export interface RunPage {
  readonly html: string
  readonly stepsShown: number
  readonly isCut: boolean
}

export async function runPage(run: Run, options: PageOptions): Promise<RunPage> {
  const { sentenceOf, sha256, language } = options
  const film = filmOf(run, { ...options, stepsMax: PAGE_STEPS_MAX })
  const steps = run.steps.slice(0, film.stepsShown)
  const sequence = drawSequence(steps, run.scenario, { language })
  const title = escapedXml(textIn(run.scenario.title, language))
  const policy =
    `default-src 'none'; script-src 'sha256-${await sha256(PAGE_SCRIPT)}'; ` +
    `style-src 'sha256-${await sha256(PAGE_STYLE)}'; base-uri 'none'; form-action 'none'`
  const data = {
    ...packed(film.frames.map(({ shapes }) => shapes.map((one) => shapeToSvg(one, PAGE_INKS)))),
    rows: sequence.rows.map(({ y, height }) => [y, height]),
    top: sequence.bounds.y,
    before: word('page.before', language),
  }
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${button('first', '«', language)}
${button('back', '←', language)}
<output id="at"></output>
${button('forward', '→', language)}
${button('last', '»', language)}
${film.isCut ? cutWords(film.stepsShown, run.steps.length, language) : ''}
<p id="said" aria-live="polite"></p>
</header>
<main>
<svg id="diagram" viewBox="${viewBox(film.bounds)}" role="img" aria-label="${title}"></svg>
${sequenceText(sequence, language)}
</main>
<aside>
<h2>${word('page.steps', language)}</h2>
<ol id="steps">
${steps.map((step) => stepText(step, sentenceOf(step), language)).join('\n')}
</ol>
</aside>
<script type="application/json" id="run">${asData(data)}</script>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`
  return { html, stepsShown: film.stepsShown, isCut: film.isCut }
}

type Language = FilmOptions['language']

const button = (id: string, sign: string, language: Language) =>
  `<button id="${id}" aria-label="${word(`page.${id}`, language)}" title="${word(`page.${id}`, language)}">${sign}</button>`

const cutWords = (shown: number, count: number, language: Language) =>
  `<p id="cut">${say({ key: 'page.cut', values: { shown, total: count } }, language)}</p>`

const viewBox = ({ x, y, width, height }: Bounds) => `${x} ${y} ${width} ${height}`

function sequenceText({ bounds, shapes, headerHeight }: SequenceDrawing, language: Language) {
  const { x, width, height } = bounds
  return `<section id="ways" tabindex="0" aria-label="${word('page.sequence', language)}">
<svg width="${width}" height="${height}" viewBox="${viewBox(bounds)}" role="img" aria-label="${word('page.sequence', language)}">
<rect id="now" x="${x}" y="${headerHeight}" width="${width}" height="0" fill="var(--mark-2)"/>
${shapesToSvg(shapes, PAGE_INKS)}
<rect id="later" x="${x}" y="${headerHeight}" width="${width}" height="${height}" fill="var(--paper)" opacity="0.65"/>
</svg>
</section>`
}

function stepText(step: Step, sentence: string, language: Language): string {
  const tone = captionTone(step) === 'bad' ? ' class="bad"' : ''
  const at = say({ key: 'page.at', values: { ms: step.atUs / 1_000 } }, language)
  return `<li${tone}><button><span>${step.seq}</span><span>${escapedXml(sentence)}</span><span>${at}</span></button></li>`
}

interface Packed {
  readonly fragments: readonly string[]
  readonly first: readonly number[]
  readonly hunks: readonly (readonly Hunk[])[]
}

function packed(frames: readonly (readonly string[])[]): Packed {
  const numbers = new Map<string, number>()
  const numberOf = (fragment: string): number => {
    const known = numbers.get(fragment)
    if (known !== undefined) return known
    numbers.set(fragment, numbers.size)
    return numbers.size - 1
  }
  const lists = frames.map((frame) => frame.map(numberOf))
  const hunks = lists.slice(1).map((list, index) => hunksBetween(lists[index] ?? [], list))
  return { fragments: [...numbers.keys()], first: lists[0] ?? [], hunks }
}

/** JSON that no text in it can end the element of: HTML reads `</script` and `<!--` even there. */
const asData = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')
