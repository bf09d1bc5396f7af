/**
 * A step as an English sentence, from the catalogue that the page speaks from too: what the command line
 * prints is the same whatever the system's language is.
 */
import { createInstance } from 'i18next'
import english from '../../../resources/locales/en/steps.json'
import type { Program } from '../../shared/engine/program'
import type { Step } from '../../shared/engine/step'
import { stepParams } from '../../shared/engine/step-params'

export function sentences(program: Program): (step: Step) => string {
  const texts = createInstance()
  void texts.init({
    lng: 'en',
    resources: { en: { steps: english } },
    defaultNS: 'steps',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return (step) => texts.t(step.kind, stepParams(program, step, 'en'))
}
