/** Choosing what the picture shows and how, beside the picture itself. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fittingScale } from '../../../shared/drawing/picture-limits'
import { pictureOf } from '../../commands/board-picture'
import { PAGE_LIMITS } from '../../commands/paint-png'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { proposedName } from '../../state/files'
import { useNotices } from '../../state/notices'
import { useRun } from '../../state/run'
import { useSelection } from '../../state/selection'
import { themeShown, useSettings } from '../../state/settings'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Picture } from '../../ui/picture'
import { type ChangeWish, ExportChoices } from './export-choices'
import { exportPicture, type PictureWish } from './export-picture'
import { exportMermaid, exportPage } from './export-text'
import './export-dialog.css'

function useWish(): [PictureWish, ChangeWish, boolean] {
  const theme = useSettings((settings) => themeShown(settings.theme))
  const canShowStep = useRun((run) => run.status === 'ready' && run.position > 0)
  const running = useBoard((board) => board.mode === 'run')
  const [wish, setWish] = useState<PictureWish>({
    format: 'png',
    view: 'diagram',
    selectionOnly: false,
    scale: 2,
    theme,
    background: 'paper',
    legend: false,
    atStep: canShowStep && running,
    carry: true,
  })
  return [wish, (changes) => setWish((before) => ({ ...before, ...changes })), canShowStep]
}

export function ExportDialog() {
  const { t } = useTranslation('app')
  const close = useBoard((board) => board.closeDialog)
  const language = useSettings((settings) => settings.language)
  const scenario = useDocument((document) => document.scenario)
  const [wish, change, canShowStep] = useWish()
  const [busy, setBusy] = useState(false)
  const { t: sentence } = useTranslation('steps')
  const selected = useSelection((selection) => selection.ids)
  const { view, legend, atStep } = wish
  const only = wish.selectionOnly && selected.size > 0 ? selected : undefined
  const drawing = useMemo(
    () => pictureOf(scenario, language, { view, legend, atStep, ...(only ? { only } : {}) }),
    [scenario, language, view, legend, atStep, only],
  )
  const save = async () => {
    setBusy(true)
    const stem = proposedName().replace(/(\.dryrun)?\.json$/, '')
    const textWish = { ...wish, language, sentence, ...(only ? { only } : {}) }
    const done =
      wish.format === 'html'
        ? await exportPage(scenario, textWish, stem)
        : wish.format === 'mmd'
          ? await exportMermaid(scenario, textWish, stem)
          : await exportPicture(scenario, drawing, wish, stem)
    setBusy(false)
    if (!done.ok) {
      useBoard.getState().openDialog({ dialog: 'problems', title: stem, problems: done.problems })
      return
    }
    if (!('name' in done)) return
    close()
    if ('shown' in done) {
      const { name, shown, total } = done
      const values = { name, shown, total }
      useNotices.getState().say({ tone: 'info', text: 'app:notice.exportedCut', values })
      return
    }
    const smaller = 'smaller' in done && typeof done.smaller === 'number' ? done.smaller : null
    useNotices.getState().say({
      tone: smaller !== null ? 'info' : 'good',
      text: smaller !== null ? 'app:notice.exportedSmaller' : 'app:notice.exported',
      values: {
        name: done.name,
        scale: smaller !== null ? Math.round(smaller * 100) / 100 : wish.scale,
      },
    })
  }
  const { width, height } = drawing.bounds
  const scale = wish.format === 'png' ? fittingScale(drawing.bounds, wish.scale, PAGE_LIMITS) : 1
  const size = t('export.size', {
    width: Math.ceil(width * scale),
    height: Math.ceil(height * scale),
  })
  const about = {
    html: t('export.page.about'),
    mmd: t('export.mermaid.about'),
    png: size,
    svg: size,
  }
  return (
    <Dialog
      title={t('export.title')}
      size="large"
      closeLabel={t('close')}
      onClose={close}
      actions={
        <>
          <span className="export-size">{about[wish.format]}</span>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button tone="primary" disabled={busy} onClick={save}>
            {t(busy ? 'export.busy' : 'export.save', {
              format: wish.format === 'mmd' ? 'Mermaid' : wish.format.toUpperCase(),
            })}
          </Button>
        </>
      }
    >
      <div className="export">
        <div className={`export-preview export-${wish.background}`} data-theme={wish.theme}>
          <Picture drawing={drawing} label={t('export.preview')} />
        </div>
        <ExportChoices wish={wish} change={change} canShowStep={canShowStep} />
      </div>
    </Dialog>
  )
}
