/** A drill that somebody did, as a text to keep: Markdown, and HTML with the picture of the board. */
import { type Language, textIn } from '../scenario/text'
import type { Drill } from './drill'
import type { CheckResult, Grade } from './result'
import type { Session } from './session'
import { runsOf, wrongCells } from './table-words'
import { type Translate, whySentence } from './why-words'

export interface Reported {
  readonly drill: Drill
  readonly session: Session
  /** Not where it was never checked. */
  readonly grade: Grade | undefined
  readonly language: Language
  readonly translate: Translate
  /** The picture of the board, where there is one. */
  readonly svg?: string | undefined
  /** The pictures of the drill's `boards`, by id. */
  readonly pictures?: Readonly<Record<string, string>>
}

type Block =
  | { readonly block: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly block: 'list'; readonly items: readonly string[] }
  /** What was said of boards that a question shows; only HTML has the pictures. */
  | { readonly block: 'pictures'; readonly items: readonly PictureItem[] }

interface PictureItem {
  readonly text: string
  readonly svg: string | undefined
}

export function reportMarkdown(reported: Reported): string {
  const blocks = blocksOf(reported).map((one) => {
    if (one.block === 'list') return one.items.map((item) => `- ${oneLine(item)}`).join('\n')
    if (one.block === 'pictures')
      return one.items.map(({ text }) => `- ${oneLine(text)}`).join('\n')
    if (one.block === 'title') return `# ${oneLine(one.text)}`
    return one.block === 'heading' ? `## ${oneLine(one.text)}` : one.text
  })
  return `${blocks.join('\n\n')}\n`
}

export function reportHtml(reported: Reported): string {
  const { drill, language, svg } = reported
  const title = escaped(textIn(drill.title, language))
  const blocks = blocksOf(reported).map((one) => {
    if (one.block === 'list')
      return `<ul>${one.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`
    if (one.block === 'pictures') return `<div>${one.items.map(pictureHtml).join('')}</div>`
    const tag = { title: 'h1', heading: 'h2', text: 'p' }[one.block]
    return `<${tag}>${escaped(one.text)}</${tag}>`
  })
  const picture = svg === undefined ? [] : [`<figure>${svg}</figure>`]
  const [head = '', question = '', ...rest] = blocks
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head>
<body>
${[head, question, ...picture, ...rest].join('\n')}
</body>
</html>
`
}

function pictureHtml({ text, svg = '' }: PictureItem): string {
  return `<figure>${svg}<figcaption>${escaped(text)}</figcaption></figure>`
}

const STYLE =
  'body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;color:#20242b}' +
  'figure{margin:1.5rem 0}svg{max-width:100%;height:auto;border:1px solid #e5e1d6;border-radius:8px}' +
  'h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}div{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1rem}div figure{margin:0}li{margin:.25rem 0}p{white-space:pre-wrap}'

function blocksOf(reported: Reported): readonly Block[] {
  const { drill, session, grade, language, translate: t } = reported
  const heading = (key: string): Block => ({ block: 'heading', text: t(`report.${key}`, {}) })
  const texts = (list: Drill['points']) => (list ?? []).map((one) => textIn(one, language))
  const list = (key: string, items: readonly string[]): readonly Block[] =>
    items.length === 0 ? [] : [heading(key), { block: 'list', items }]
  const score = grade && Math.round(grade.score * 100)
  return [
    { block: 'title', text: textIn(drill.title, language) },
    { block: 'text', text: textIn(drill.question, language) },
    heading('result'),
    {
      block: 'list',
      items: [
        score === undefined ? t('report.unchecked', {}) : t('report.score', { score }),
        t('report.time', {
          minutes: Math.round(session.elapsedMs / 60_000),
          of: drill.minutes + session.extraMinutes,
        }),
        t('report.hints', { count: session.hints, of: drill.hints?.length ?? 0 }),
        ...(session.revealed ? [t('report.revealed', {})] : []),
      ],
    },
    ...list(
      'checks',
      (grade?.checks ?? []).map((check) => checkLine(reported, check)),
    ),
    ...answersOf(reported),
    ...list('marks', marksOf(reported)),
    ...(session.notes.trim() === ''
      ? []
      : [heading('notes'), { block: 'text', text: session.notes } as const]),
    ...list('model', texts(drill.model.text)),
    ...list('points', texts(drill.points)),
    ...list(
      'corrects',
      (drill.corrects ?? []).map(({ right }) => textIn(right, language)),
    ),
    ...list(
      'sources',
      (drill.sources ?? []).map(({ title }) => title),
    ),
  ]
}

function checkLine(reported: Reported, check: CheckResult): string {
  const { drill, session, language, translate } = reported
  const said = check.status === 'skipped' ? '' : textIn(check.message, language)
  const about = { drill, board: session.board, language }
  const why = check.why ? whySentence(translate, check.why, about) : ''
  const status = translate(`status.${check.status}`, {})
  const asked = drill.checks.find(({ id }) => id === check.id)
  const table =
    asked && 'answer' in asked && 'table' in asked.answer ? asked.answer.table : undefined
  const slips = table === undefined ? [] : wrongCells(table, session.answers[check.id], language)
  const runs = table === undefined ? [] : runsOf(table, language)
  const listed = (key: string, items: readonly string[]) =>
    items.length === 0 ? '' : `${translate(key, {})} ${items.join('; ')}.`
  return [
    `${status}: ${textIn(check.title, language)}.`,
    said,
    why,
    listed('wrongCells', slips),
    listed('measured', runs),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What was said of the boards of each question, right or wrong: the checks say which. */
function answersOf({ drill, session, language, translate, pictures }: Reported): readonly Block[] {
  const asked = drill.checks.flatMap((check): readonly Block[] => {
    if (!('answer' in check) || !('match' in check.answer)) return []
    const { match, to } = check.answer
    if (match.every(({ board }) => board === undefined)) return []
    const given = session.answers[check.id]
    const pairs: Readonly<Record<string, string>> =
      given !== undefined && 'pairs' in given ? given.pairs : {}
    const items = match.map(({ id, text, board = '' }) => {
      const label = to.find((one) => one.id === pairs[id])
      const said = label ? textIn(label.text, language) : translate('report.answer.none', {})
      return { text: `${textIn(text, language)}: ${said}`, svg: pictures?.[board] }
    })
    return [
      { block: 'text', text: textIn(check.title, language) },
      { block: 'pictures', items },
    ]
  })
  if (asked.length === 0) return []
  return [{ block: 'heading', text: translate('report.answers', {}) }, ...asked]
}

function marksOf({ drill, session, language, translate }: Reported): readonly string[] {
  return drill.checks.flatMap(({ id, title }) => {
    const mark = session.marks[id]
    return mark ? [`${textIn(title, language)}: ${translate(`mark.${mark}`, {})}`] : []
  })
}

/** A line break would end a heading or an item. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  )
}
