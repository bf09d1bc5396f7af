/**
 * The review's findings as warnings, in the English of the catalogue that the page speaks from too: a code
 * `review/RULE`, a place in the file, what is wrong and what to do.
 */
import { createInstance } from 'i18next'
import english from '../../../resources/locales/en/review.json'
import type { Problem } from '../../shared/base/problem'
import { valuesIn } from '../../shared/review/finding'
import { reviewScenario } from '../../shared/review/review'
import type { Scenario } from '../../shared/scenario/scenario'

export function designWarnings(scenario: Scenario): readonly Problem[] {
  const texts = createInstance()
  void texts.init({
    lng: 'en',
    resources: { en: { review: english } },
    defaultNS: 'review',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return reviewScenario(scenario).map((finding) => {
    const values = valuesIn(finding, scenario, 'en')
    const title = texts.t(`${finding.rule}.title`, values)
    const todo = texts.t(`${finding.rule}.todo`, values)
    return {
      code: `review/${finding.rule}`,
      message: `${title}. ${todo}`,
      path: finding.path,
      values,
      severity: 'warning',
    }
  })
}
