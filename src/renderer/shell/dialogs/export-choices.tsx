/** What can be chosen of an export; what its format does not know is not asked. */
import { useTranslation } from 'react-i18next'
import type { Theme } from '../../../shared/drawing/shape'
import { useRun } from '../../state/run'
import { useSelection } from '../../state/selection'
import { Segmented } from '../../ui/segmented'
import { Switch } from '../../ui/switch'
import type { PictureWish } from './export-picture'

export type ChangeWish = (changes: Partial<PictureWish>) => void

export function ExportChoices({
  wish,
  change,
  canShowStep,
}: {
  readonly wish: PictureWish
  readonly change: ChangeWish
  readonly canShowStep: boolean
}) {
  const { t } = useTranslation('app')
  const canSelect = useSelection((selection) => selection.ids.size > 0)
  const hasRun = useRun((run) => run.status === 'ready' && run.steps.length > 0)
  const isPicture = wish.format === 'png' || wish.format === 'svg'
  const isFilm = wish.format === 'html' || wish.format === 'gif'
  const isSequence = wish.view === 'sequence' && !isFilm
  return (
    <div className="export-choices">
      <span>{t('export.format')}</span>
      <Segmented<PictureWish['format']>
        label={t('export.format')}
        value={wish.format}
        segments={[
          { value: 'png', label: 'PNG' },
          { value: 'svg', label: 'SVG' },
          { value: 'gif', label: 'GIF' },
          { value: 'html', label: 'HTML' },
          { value: 'mmd', label: 'Mermaid' },
        ]}
        onChange={(format) => change({ format })}
      />
      {hasRun && !isFilm && (
        <>
          <span>{t('export.view')}</span>
          <Segmented<PictureWish['view']>
            label={t('export.view')}
            value={wish.view}
            segments={[
              { value: 'diagram', label: t('export.diagram') },
              { value: 'sequence', label: t('export.sequence') },
            ]}
            onChange={(view) => change({ view })}
          />
        </>
      )}
      {(wish.format === 'png' || wish.format === 'gif') && (
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
      {(isPicture || wish.format === 'gif') && (
        <>
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
        </>
      )}
      {isPicture && (
        <>
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
        </>
      )}
      {!isSequence && (
        <Switch
          label={t('export.selection')}
          hint={canSelect ? t('export.selection.about') : t('export.selection.none')}
          checked={wish.selectionOnly && canSelect}
          disabled={!canSelect}
          onChange={(selectionOnly) => change({ selectionOnly })}
        />
      )}
      {!isSequence && wish.format !== 'mmd' && (
        <Switch
          label={t('export.legend')}
          hint={t('export.legend.about')}
          checked={wish.legend}
          onChange={(legend) => change({ legend })}
        />
      )}
      {(isPicture || isSequence) && (
        <Switch
          label={t('export.atStep')}
          hint={canShowStep ? t('export.atStep.about') : t('export.atStep.none')}
          checked={wish.atStep && canShowStep}
          disabled={!canShowStep}
          onChange={(atStep) => change({ atStep })}
        />
      )}
      {isPicture && (
        <Switch
          label={t('export.carry')}
          hint={t('export.carry.about')}
          checked={wish.carry}
          onChange={(carry) => change({ carry })}
        />
      )}
    </div>
  )
}
