/** A name or a title in the language of the page; the other language's words stay as they are. */
import { useTranslation } from 'react-i18next'
import { type Text, textIn } from '../../shared/scenario/text'
import { useSettings } from '../state/settings'
import { FieldRow } from '../ui/field-row'
import { TextField } from '../ui/text-field'
import { withWords } from './with-words'

export function WordsField({
  label,
  value,
  rows,
  optional = false,
  wide = false,
  placeholder,
  onChange,
}: {
  readonly label: string
  readonly value: Text | undefined
  readonly rows?: number
  /** Whether it may be left empty, which takes it away. */
  readonly optional?: boolean
  readonly wide?: boolean
  readonly placeholder?: string
  readonly onChange: (value: Text | undefined, burst: string) => void
}) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const both = typeof value === 'object'
  return (
    <FieldRow label={label} wide={wide} title={both ? t(`words.${language}`) : undefined}>
      {(id) => (
        <TextField
          id={id}
          label={label}
          value={value === undefined ? '' : textIn(value, language)}
          {...(rows === undefined ? {} : { rows })}
          placeholder={placeholder}
          accepts={(text) => optional || rows !== undefined || text.trim() !== ''}
          onChange={(text, burst) => {
            const isGone = text === '' && optional && !both
            onChange(isGone ? undefined : withWords(value, language, text), burst)
          }}
        />
      )}
    </FieldRow>
  )
}
