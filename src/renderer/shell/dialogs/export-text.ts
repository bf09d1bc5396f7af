/** The exports that are text: a page that steps through the run, and Mermaid. */
import type { Step } from '../../../shared/engine/step'
import { stepParams } from '../../../shared/engine/step-params'
import { mermaidFlowchart, mermaidSequence } from '../../../shared/export/mermaid'
import { runPage } from '../../../shared/export/run-page'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Language } from '../../../shared/scenario/text'
import type { Delivered } from '../../state/deliver'
import { useRun } from '../../state/run'
import { toBase64 } from '../base64'
import { deliverFile } from '../deliver-file'
import type { PictureWish } from './export-picture'
import { runShown } from './run-shown'

export interface TextWish extends PictureWish {
  readonly only?: ReadonlySet<string>
  readonly language: Language
  readonly sentence: (kind: Step['kind'], params: ReturnType<typeof stepParams>) => string
}

export type ExportedText =
  | Delivered
  | { readonly ok: true; readonly name: string; readonly shown: number; readonly total: number }

export function exportMermaid(scenario: Scenario, wish: TextWish, stem: string) {
  const { language, view, atStep, only } = wish
  const { steps, position } = useRun.getState()
  const text =
    view === 'sequence'
      ? mermaidSequence(steps, scenario, { language, ...(atStep ? { position } : {}) })
      : mermaidFlowchart(scenario, { language, ...(only ? { only } : {}) })
  return deliverFile(`${stem}.mmd`, new TextEncoder().encode(text), 'text/plain')
}

export async function exportPage(
  scenario: Scenario,
  wish: TextWish,
  stem: string,
): Promise<ExportedText> {
  const run = runShown(scenario)
  if (!run.ok) return run
  const { program, steps, momentAt } = run
  const { language, legend, only, sentence } = wish
  const { html, stepsShown, isCut } = await runPage(
    { scenario, steps, momentAt },
    {
      language,
      legend,
      ...(only ? { only } : {}),
      sentenceOf: (step) => sentence(step.kind, stepParams(program, step, language)),
      sha256,
    },
  )
  const delivered = await deliverFile(`${stem}.html`, new TextEncoder().encode(html), 'text/html')
  if (!isCut || !delivered.ok || !('name' in delivered)) return delivered
  return { ...delivered, shown: stepsShown, total: steps.length }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return toBase64(new Uint8Array(digest))
}
