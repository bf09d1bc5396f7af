/** The designer's view: every kind in every state on one page, and the widgets beside them. */
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '../../shared/drawing/shape'
import { runCommand } from '../commands/commands'
import { useBoard } from '../state/board'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { Picture } from '../ui/picture'
import { LINE_STATES, linesIn, SERVICE_STATES, servicesIn, zonesAndNotes } from './gallery-drawings'
import { GalleryWidgets } from './gallery-widgets'
import './gallery.css'

export function Gallery() {
  const { t } = useTranslation('gallery')
  const language = useSettings((settings) => settings.language)
  return (
    <div className="gallery">
      <header className="gallery-head">
        <Button icon={<ArrowLeft size={16} />} onClick={() => useBoard.getState().show('start')}>
          {t('back')}
        </Button>
        <h1>{t('title')}</h1>
        <Button onClick={() => runCommand('view.theme')}>{t('theme')}</Button>
        <Button onClick={() => runCommand('view.language')}>{t('language')}</Button>
      </header>
      <main>
        <section aria-label={t('services')}>
          <h2>{t('services')}</h2>
          {SERVICE_STATES.map((state) => (
            <Shown
              key={state}
              title={t(`service.${state}`)}
              drawing={servicesIn(state, language)}
            />
          ))}
        </section>
        <section aria-label={t('lines')}>
          <h2>{t('lines')}</h2>
          {LINE_STATES.map((state) => (
            <Shown key={state} title={t(`line.${state}`)} drawing={linesIn(state, language)} />
          ))}
        </section>
        <section aria-label={t('zones')}>
          <h2>{t('zones')}</h2>
          <Shown title={t('zones')} drawing={zonesAndNotes(language)} />
        </section>
        <GalleryWidgets />
      </main>
    </div>
  )
}

function Shown({ title, drawing }: { readonly title: string; readonly drawing: Drawing }) {
  return (
    <figure className="gallery-picture">
      <figcaption>{title}</figcaption>
      <Picture drawing={drawing} label={title} />
    </figure>
  )
}
