/** Choosing what the picture shows and how, beside the picture itself. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pictureOf } from '../../commands/board-picture'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { useRun } from '../../state/run'
import { useSelection } from '../../state/selection'
import { themeShown, useSettings } from '../../state/settings'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Picture } from '../../ui/picture'
import { ExportAbout, ExportProgress } from './export-about'
import { type ChangeWish, ExportChoices } from './export-choices'
import type { PictureWish } from './export-picture'
import { useExport } from './use-export'
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
  const selected = useSelection((selection) => selection.ids)
  const { view, legend, atStep, format } = wish
  const only = wish.selectionOnly && selected.size > 0 ? selected : undefined
  const drawing = useMemo(
    () => pictureOf(scenario, language, { view, legend, atStep, ...(only ? { only } : {}) }),
    [scenario, language, view, legend, atStep, only],
  )
  const { busy, progress, save, stop } = useExport({ scenario, drawing, wish, only })
  return (
    <Dialog
      title={t('export.title')}
      size="large"
      closeLabel={t('close')}
      onClose={close}
      actions={
        <>
          {progress === null ? (
            <ExportAbout wish={wish} drawing={drawing} />
          ) : (
            <ExportProgress part={progress} />
          )}
          {progress === null ? (
            <Button onClick={close}>{t('cancel')}</Button>
          ) : (
            <Button onClick={stop}>{t('export.stop')}</Button>
          )}
          <Button tone="primary" disabled={busy} onClick={save}>
            {t(busy ? 'export.busy' : 'export.save', {
              format: format === 'mmd' ? 'Mermaid' : format.toUpperCase(),
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
