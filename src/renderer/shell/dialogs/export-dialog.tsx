/** Choosing what the picture shows and how, beside the picture itself. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Theme } from '../../../shared/drawing/shape'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { proposedName } from '../../state/files'
import { useNotices } from '../../state/notices'
import { useRun } from '../../state/run'
import { themeShown, useSettings } from '../../state/settings'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Picture } from '../../ui/picture'
import { Segmented } from '../../ui/segmented'
import { Switch } from '../../ui/switch'
import { exportPicture, type PictureWish, pictureOf } from './export-picture'
import './export-dialog.css'

type Change = (changes: Partial<PictureWish>) => void

function useWish(): [PictureWish, Change, boolean] {
  const theme = useSettings((settings) => themeShown(settings.theme))
  const canShowStep = useRun((run) => run.status === 'ready' && run.position > 0)
  const running = useBoard((board) => board.mode === 'run')
  const [wish, setWish] = useState<PictureWish>({
    format: 'png',
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
  const { legend, atStep } = wish
  const drawing = useMemo(
    () => pictureOf(scenario, language, { legend, atStep }),
    [scenario, language, legend, atStep],
  )
  const save = async () => {
    setBusy(true)
    const stem = proposedName().replace(/(\.dryrun)?\.json$/, '')
    const done = await exportPicture(scenario, drawing, wish, stem)
    setBusy(false)
    if (!done.ok) {
      useBoard.getState().openDialog({ dialog: 'problems', title: stem, problems: done.problems })
      return
    }
    if (!('name' in done)) return
    close()
    const smaller = 'smaller' in done
    useNotices.getState().say({
      tone: smaller ? 'info' : 'good',
      text: smaller ? 'app:notice.exportedSmaller' : 'app:notice.exported',
      values: {
        name: done.name,
        scale: smaller ? Math.round(done.smaller * 100) / 100 : wish.scale,
      },
    })
  }
  const { width, height } = drawing.bounds
  const size = t('export.size', {
    width: Math.round(width * (wish.format === 'png' ? wish.scale : 1)),
    height: Math.round(height * (wish.format === 'png' ? wish.scale : 1)),
  })
  return (
    <Dialog
      title={t('export.title')}
      size="large"
      closeLabel={t('close')}
      onClose={close}
      actions={
        <>
          <span className="export-size">{size}</span>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button tone="primary" disabled={busy} onClick={save}>
            {t(busy ? 'export.busy' : 'export.save', { format: wish.format.toUpperCase() })}
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

function ExportChoices({
  wish,
  change,
  canShowStep,
}: {
  readonly wish: PictureWish
  readonly change: Change
  readonly canShowStep: boolean
}) {
  const { t } = useTranslation('app')
  return (
    <div className="export-choices">
      <span>{t('export.format')}</span>
      <Segmented<'png' | 'svg'>
        label={t('export.format')}
        value={wish.format}
        segments={[
          { value: 'png', label: 'PNG' },
          { value: 'svg', label: 'SVG' },
        ]}
        onChange={(format) => change({ format })}
      />
      {wish.format === 'png' && (
        <>
          <span>{t('export.scale')}</span>
          <Segmented<'1' | '2' | '3'>
            label={t('export.scale')}
            value={wish.scale === 1 ? '1' : wish.scale === 2 ? '2' : '3'}
            segments={[
              { value: '1', label: '1×' },
              { value: '2', label: '2×' },
              { value: '3', label: '3×' },
            ]}
            onChange={(scale) => change({ scale: scale === '1' ? 1 : scale === '2' ? 2 : 3 })}
          />
        </>
      )}
      <span>{t('export.theme')}</span>
      <Segmented<Theme>
        label={t('export.theme')}
        value={wish.theme}
        segments={[
          { value: 'light', label: t('theme.light') },
          { value: 'dark', label: t('theme.dark') },
        ]}
        onChange={(theme) => change({ theme })}
      />
      <span>{t('export.background')}</span>
      <Segmented<PictureWish['background']>
        label={t('export.background')}
        value={wish.background}
        segments={[
          { value: 'paper', label: t('export.paper') },
          { value: 'transparent', label: t('export.transparent') },
        ]}
        onChange={(background) => change({ background })}
      />
      <Switch
        label={t('export.legend')}
        hint={t('export.legend.about')}
        checked={wish.legend}
        onChange={(legend) => change({ legend })}
      />
      <Switch
        label={t('export.atStep')}
        hint={canShowStep ? t('export.atStep.about') : t('export.atStep.none')}
        checked={wish.atStep && canShowStep}
        disabled={!canShowStep}
        onChange={(atStep) => change({ atStep })}
      />
      <Switch
        label={t('export.carry')}
        hint={t('export.carry.about')}
        checked={wish.carry}
        onChange={(carry) => change({ carry })}
      />
    </div>
  )
}
