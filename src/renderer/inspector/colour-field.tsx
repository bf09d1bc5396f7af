/** The few tints a service or a note may have, and the colour of its own. */
import { useTranslation } from 'react-i18next'
import { TINTS, type Tint } from '../../shared/scenario/tint'
import '../ui/tint-swatch.css'
import './colour-field.css'

export function ColourField({
  value,
  own,
  onChange,
}: {
  /** `'mixed'`: several things have several. */
  readonly value: Tint | undefined | 'mixed'
  /** What it has without a tint: a card is as white as the theme, a note is yellow. */
  readonly own: 'card' | 'note'
  /** `undefined`: its own. */
  readonly onChange: (colour: Tint | undefined) => void
}) {
  const { t } = useTranslation('inspector')
  return (
    <fieldset className="colours">
      <legend className="visually-hidden">{t('colour')}</legend>
      <span className="field-row-label" aria-hidden="true">
        {t('colour')}
      </span>
      {[undefined, ...TINTS].map((colour) => {
        const name = t(`colour.${colour ?? own}`)
        return (
          <button
            key={colour ?? own}
            type="button"
            className="tint-swatch colour"
            data-colour={colour ?? own}
            aria-label={name}
            aria-pressed={value === colour}
            title={name}
            onClick={() => onChange(colour)}
          />
        )
      })}
    </fieldset>
  )
}
