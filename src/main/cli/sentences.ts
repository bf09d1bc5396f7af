/**
 * A step as a sentence, from the catalogue that the page speaks from too: what the command line prints is
 * English whatever the system's language is; what it exports is in the language asked for.
 */
import { createInstance } from 'i18next'
import english from '../../../resources/locales/en/steps.json'
import russian from '../../../resources/locales/ru/steps.json'
import type { Program } from '../../shared/engine/program'
import type { Step } from '../../shared/engine/step'
import { stepParams } from '../../shared/engine/step-params'
import type { Language } from '../../shared/scenario/text'

export function sentences(program: Program, language: Language = 'en'): (step: Step) => string {
  const texts = createInstance()
  void texts.init({
    lng: language,
    resources: { en: { steps: english }, ru: { steps: russian } },
    defaultNS: 'steps',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return (step) => texts.t(step.kind, stepParams(program, step, language))
}
