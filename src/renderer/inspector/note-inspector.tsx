/** A note: its text and its paper. */
import { useTranslation } from 'react-i18next'
import type { Note } from '../../shared/scenario/scenario'
import { useDocument } from '../state/document'
import { ColourField } from './colour-field'
import { InspectorHead } from './inspector-head'
import { WordsField } from './words-field'

export function NoteInspector({ note }: { readonly note: Note }) {
  const { t } = useTranslation('inspector')
  const edit = useDocument((document) => document.edit)
  return (
    <>
      <InspectorHead title={t('note')} kind={t('note.about')} />
      <WordsField
        label={t('note.text')}
        value={note.text}
        rows={8}
        wide
        onChange={(text, burst) =>
          edit({ edit: 'updateNote', id: note.id, changes: { text } }, burst)
        }
      />
      <ColourField
        value={note.color}
        own="note"
        onChange={(color) => edit({ edit: 'tint', ids: [note.id], color })}
      />
    </>
  )
}
