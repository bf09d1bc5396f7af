/** One promise: its sentence, when it must hold, and its expression. */
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Invariant } from '../../../shared/scenario/scenario'
import { textIn } from '../../../shared/scenario/text'
import { useSettings } from '../../state/settings'
import { IconButton } from '../../ui/button'
import { FieldRow } from '../../ui/field-row'
import { Select } from '../../ui/select'
import { ConditionField } from '../condition-field'
import { Expander } from '../expander'
import { WordsField } from '../words-field'

type When = 'always' | 'finally'

function madeOf(invariant: Invariant, when: When, expression: string): Invariant {
  const { id, title } = invariant
  return when === 'always' ? { id, title, always: expression } : { id, title, finally: expression }
}

export function InvariantBox({
  invariant,
  onChange,
}: {
  readonly invariant: Invariant
  /** `undefined` removes it. */
  readonly onChange: (invariant: Invariant | undefined, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const when: When = 'always' in invariant ? 'always' : 'finally'
  const expression = 'always' in invariant ? invariant.always : invariant.finally
  return (
    <div className="box">
      <div className="box-head">
        <span className="inspector-sentence">{textIn(invariant.title, language)}</span>
        <IconButton label={t('invariant.remove')} onClick={() => onChange(undefined)}>
          <Trash2 size={15} />
        </IconButton>
      </div>
      <code className="inspector-code">
        {t(`invariant.${when}`)}: {expression}
      </code>
      <Expander label={t('change')}>
        <WordsField
          label={t('invariant.sentence')}
          value={invariant.title}
          rows={2}
          wide
          onChange={(title, burst) => title && onChange({ ...invariant, title }, burst)}
        />
        <FieldRow label={t('invariant.when')}>
          {(id) => (
            <Select<When>
              id={id}
              label={t('invariant.when')}
              value={when}
              options={[
                {
                  value: 'always',
                  label: t('invariant.always'),
                  hint: t('invariant.always.about'),
                },
                {
                  value: 'finally',
                  label: t('invariant.finally'),
                  hint: t('invariant.finally.about'),
                },
              ]}
              onChange={(next) => onChange(madeOf(invariant, next, expression))}
            />
          )}
        </FieldRow>
        <ConditionField
          label={t('invariant.expression')}
          hint={t('invariant.expression.about')}
          rows={2}
          value={expression}
          onChange={(text, burst) => onChange(madeOf(invariant, when, text), burst)}
        />
      </Expander>
    </div>
  )
}
