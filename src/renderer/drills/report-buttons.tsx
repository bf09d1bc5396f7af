/** The report as a file, Markdown or HTML with the picture of the board; and the answer, for `dryrun grade`. */
import { FileDown, FileJson } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { drawScenario } from '../../shared/drawing/scenario-drawing'
import { toSvg } from '../../shared/drawing/svg'
import { ANSWER_ENDING, printAnswer } from '../../shared/drills/answer'
import { isDrawn } from '../../shared/drills/drill'
import { type Reported, reportHtml, reportMarkdown } from '../../shared/drills/report'
import type { Scenario } from '../../shared/scenario/scenario'
import { type Language, textIn } from '../../shared/scenario/text'
import type { Deliver } from '../state/deliver'
import { sessionNow, useDrill } from '../state/drill'
import { useNotices } from '../state/notices'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { useTranslate } from './use-why'

const FORMATS = {
  md: { type: 'text/markdown', print: reportMarkdown },
  html: { type: 'text/html', print: reportHtml },
} as const

function pictureOf(board: Scenario, language: Language): string {
  return toSvg(drawScenario(board, { language }), { theme: 'light', background: 'paper' })
}

export function ReportButtons({ deliver }: { readonly deliver: Deliver }) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const translate = useTranslate()
  const write = async (format: keyof typeof FORMATS) => {
    const { drill, grade } = useDrill.getState()
    const session = sessionNow()
    if (drill === null || session === null) return
    const svg = isDrawn(drill) && session.board ? pictureOf(session.board, language) : undefined
    const pictures = Object.fromEntries(
      Object.entries(drill.boards ?? {}).map(([id, board]) => [id, pictureOf(board, language)]),
    )
    const reported: Reported = {
      drill,
      session,
      grade: grade ?? undefined,
      language,
      translate,
      svg,
      pictures,
    }
    const { type, print } = FORMATS[format]
    const name = `${textIn(drill.title, language)
      .replace(/[\\/:*?"<>|]/g, ' ')
      .trim()}.${format}`
    await hand(name, print(reported), type, 'report')
  }
  const writeAnswer = async () => {
    const session = sessionNow()
    if (session === null) return
    const text = printAnswer(session.drill, session)
    await hand(`${session.drill}${ANSWER_ENDING}`, text, 'application/json', 'answerFile')
  }
  const hand = async (name: string, text: string, type: string, what: 'report' | 'answerFile') => {
    const delivered = await deliver(name, new TextEncoder().encode(text), type)
    const { say } = useNotices.getState()
    if (!delivered.ok) say({ tone: 'bad', text: `drills:${what}.failed` })
    else if ('name' in delivered)
      say({ tone: 'good', text: `drills:${what}.written`, values: { name: delivered.name } })
  }
  return (
    <div className="drill-actions">
      <Button icon={<FileDown size={16} />} onClick={() => void write('md')}>
        {t('report.md')}
      </Button>
      <Button icon={<FileDown size={16} />} onClick={() => void write('html')}>
        {t('report.html')}
      </Button>
      <Button
        icon={<FileJson size={16} />}
        onClick={() => void writeAnswer()}
        title={t('answerFile.about')}
      >
        {t('answerFile')}
      </Button>
    </div>
  )
}
