/** The few tints a service may have. */
import { useTranslation } from 'react-i18next'
import type { Service } from '../../../shared/scenario/service'
import './colour-field.css'

type Colour = NonNullable<Service['color']>
const COLOURS: readonly Colour[] = ['grey', 'blue', 'green', 'orange', 'purple', 'pink']

export function ColourField({
  value,
  onChange,
}: {
  readonly value: Colour | undefined
  /** `undefined`: the paper's own. */
  readonly onChange: (colour: Colour | undefined) => void
}) {
  const { t } = useTranslation('inspector')
  return (
    <fieldset className="colours">
      <legend className="visually-hidden">{t('colour')}</legend>
      <span className="field-row-label" aria-hidden="true">
        {t('colour')}
      </span>
      {[undefined, ...COLOURS].map((colour) => {
        const name = t(`colour.${colour ?? 'none'}`)
        return (
          <button
            key={colour ?? 'none'}
            type="button"
            className="colour"
            data-colour={colour ?? 'none'}
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
