/** The report as a file: Markdown, or HTML with the picture of the board. */
import { FileDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../shared/base/problem'
import { drawScenario } from '../../shared/drawing/scenario-drawing'
import { toSvg } from '../../shared/drawing/svg'
import { isDrawn } from '../../shared/drills/drill'
import { type Reported, reportHtml, reportMarkdown } from '../../shared/drills/report'
import { textIn } from '../../shared/scenario/text'
import { sessionNow, useDrill } from '../state/drill'
import { useNotices } from '../state/notices'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { useTranslate } from './use-why'

/** How a file reaches the user, whatever the host. */
export type Deliver = (
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
) => Promise<
  | { readonly ok: true; readonly name: string }
  | { readonly ok: true; readonly cancelled: true }
  | { readonly ok: false; readonly problems: readonly Problem[] }
>

const FORMATS = {
  md: { type: 'text/markdown', print: reportMarkdown },
  html: { type: 'text/html', print: reportHtml },
} as const

export function ReportButtons({ deliver }: { readonly deliver: Deliver }) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const translate = useTranslate()
  const write = async (format: keyof typeof FORMATS) => {
    const { drill, grade } = useDrill.getState()
    const session = sessionNow()
    if (drill === null || session === null) return
    const svg =
      isDrawn(drill) && session.board
        ? toSvg(drawScenario(session.board, { language }), { theme: 'light', background: 'paper' })
        : undefined
    const reported: Reported = {
      drill,
      session,
      grade: grade ?? undefined,
      language,
      translate,
      svg,
    }
    const { type, print } = FORMATS[format]
    const name = `${textIn(drill.title, language)
      .replace(/[\\/:*?"<>|]/g, ' ')
      .trim()}.${format}`
    const delivered = await deliver(name, new TextEncoder().encode(print(reported)), type)
    const { say } = useNotices.getState()
    if (!delivered.ok) say({ tone: 'bad', text: 'drills:report.failed' })
    else if ('name' in delivered)
      say({ tone: 'good', text: 'drills:report.written', values: { name: delivered.name } })
  }
  return (
    <div className="drill-actions">
      <Button icon={<FileDown size={16} />} onClick={() => void write('md')}>
        {t('report.md')}
      </Button>
      <Button icon={<FileDown size={16} />} onClick={() => void write('html')}>
        {t('report.html')}
      </Button>
    </div>
  )
}
