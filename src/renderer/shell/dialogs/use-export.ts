/** Making what the dialog describes, and telling what came of it; a long one can be stopped. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../../shared/drawing/shape'
import type { Scenario } from '../../../shared/scenario/scenario'
import { useBoard } from '../../state/board'
import { proposedName } from '../../state/files'
import { useNotices } from '../../state/notices'
import { useSettings } from '../../state/settings'
import { exportAnimation } from './export-animation'
import { type Exported, exportPicture, type PictureWish } from './export-picture'
import { type ExportedText, exportMermaid, exportPage } from './export-text'

export interface Exporting {
  readonly busy: boolean
  /** From 0 to 1, of what takes long enough to be asked; otherwise null. */
  readonly progress: number | null
  readonly save: () => Promise<void>
  /** Ends a long one and leaves the dialog open. */
  readonly stop: () => void
}

interface ExportOf {
  readonly scenario: Scenario
  readonly drawing: Drawing
  readonly wish: PictureWish
  readonly only: ReadonlySet<string> | undefined
}

export function useExport({ scenario, drawing, wish, only }: ExportOf): Exporting {
  const language = useSettings((settings) => settings.language)
  const { t: sentence } = useTranslation('steps')
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState<number | null>(null)
  const running = useRef<AbortController | null>(null)
  const stop = () => running.current?.abort()
  // A dialog that is closed takes what it was making with it.
  useEffect(() => () => running.current?.abort(), [])
  const made = (stem: string, signal: AbortSignal): Promise<Exported | ExportedText> => {
    const { format } = wish
    const selection = only ? { only } : {}
    const textWish = { ...wish, language, sentence, ...selection }
    if (format === 'html') return exportPage(scenario, textWish, stem)
    if (format === 'mmd') return exportMermaid(scenario, textWish, stem)
    if (format !== 'gif') return exportPicture(scenario, drawing, { ...wish, format }, stem)
    setProgress(0)
    const watched = { signal, onProgress: setProgress }
    return exportAnimation(scenario, { ...wish, language, ...selection, ...watched }, stem)
  }
  const save = async () => {
    const controller = new AbortController()
    running.current = controller
    const stem = proposedName().replace(/(\.dryrun)?\.json$/, '')
    setBusy(true)
    const done = await made(stem, controller.signal)
    setBusy(false)
    setProgress(null)
    if (!controller.signal.aborted) tell(done, stem, wish.scale)
  }
  return { busy, progress, save, stop }
}

function tell(done: Exported | ExportedText, stem: string, scaleWished: number): void {
  const { openDialog, closeDialog } = useBoard.getState()
  const { say } = useNotices.getState()
  if (!done.ok) {
    openDialog({ dialog: 'problems', title: stem, problems: done.problems })
    return
  }
  if (!('name' in done)) return
  closeDialog()
  if ('shown' in done) {
    const { name, shown, total } = done
    say({ tone: 'info', text: 'app:notice.exportedCut', values: { name, shown, total } })
    return
  }
  const smaller = 'smaller' in done && typeof done.smaller === 'number' ? done.smaller : null
  say({
    tone: smaller !== null ? 'info' : 'good',
    text: smaller !== null ? 'app:notice.exportedSmaller' : 'app:notice.exported',
    values: {
      name: done.name,
      scale: smaller !== null ? Math.round(smaller * 100) / 100 : scaleWished,
    },
  })
}
