/** The scenario's title, to be changed where it stands, and whether the disk has what is on the board. */
import { useTranslation } from 'react-i18next'
import { textIn } from '../../shared/scenario/text'
import { withWords } from '../inspector/with-words'
import { isUnsaved, type Origin, useDocument } from '../state/document'
import { useSettings } from '../state/settings'
import { TextField } from '../ui/text-field'

export function DocumentTitle() {
  const { t } = useTranslation('app')
  const language = useSettings((settings) => settings.language)
  const title = useDocument((document) => document.scenario.title)
  const edit = useDocument((document) => document.edit)
  return (
    <div className="document-title">
      <h1 className="visually-hidden">{textIn(title, language)}</h1>
      <span className="document-title-field" data-text={textIn(title, language)}>
        <TextField
          label={t('title')}
          value={textIn(title, language)}
          maxLength={200}
          accepts={(text) => text.trim() !== ''}
          onChange={(text, burst) =>
            edit({ edit: 'setTitle', title: withWords(title, language, text) }, burst)
          }
        />
      </span>
      <SavedState />
    </div>
  )
}

function SavedState() {
  const { t } = useTranslation('app')
  const unsaved = useDocument(isUnsaved)
  const origin = useDocument((document) => document.origin)
  const state = savedState(unsaved, origin)
  const where = origin.folder ? `${origin.folder}/${origin.name ?? ''}` : undefined
  return (
    <span className="saved-state" role="status" title={where}>
      {t(`saved.${state}`)}
    </span>
  )
}

function savedState(unsaved: boolean, origin: Origin) {
  if (origin.gone) return 'gone'
  if (unsaved) return 'unsaved'
  if (origin.readOnly) return 'readOnly'
  if (origin.follows) return 'follows'
  return origin.handle === undefined ? 'noFile' : 'saved'
}
