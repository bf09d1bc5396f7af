/** What a finding says, in the language shown. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Finding, valuesIn } from '../../shared/review/finding'
import type { Scenario } from '../../shared/scenario/scenario'
import { useSettings } from '../state/settings'

export interface FindingWords {
  readonly title: string
  readonly why: string
  readonly todo: string
  /** What the fix does. */
  readonly fix: string
  /** What the run shows. */
  readonly show: string
}

export function useFindingWords(finding: Finding, scenario: Scenario): FindingWords {
  const { t } = useTranslation('review')
  const language = useSettings((settings) => settings.language)
  return useMemo(() => {
    const { rule, variant } = finding
    const values = valuesIn(finding, scenario, language)
    const why = `${rule}.why`
    return {
      title: t(`${rule}.title`, values),
      why: t(variant === undefined ? why : [`${why}.${variant}`, why], values),
      todo: t(`${rule}.todo`, values),
      fix: finding.fix ? t(`${rule}.fix`, values) : '',
      show: finding.show ? t(`${rule}.show`, values) : '',
    }
  }, [t, finding, scenario, language])
}
