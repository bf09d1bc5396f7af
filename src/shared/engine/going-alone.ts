/** Takes steps that concern nobody else, in the draft itself: after a choice, as long as there are any. */
import { StepsAlone } from './alone'
import { packChoice } from './choice'
import { applyTo } from './machine'
import type { Program } from './program'
import type { QuietDraft } from './quiet-draft'

export class GoingAlone {
  private readonly steps: StepsAlone
  private before = new Uint32Array(64)
  private length = 0

  constructor(
    program: Program,
    private readonly draft: QuietDraft,
  ) {
    this.steps = new StepsAlone(program, draft)
  }

  /** False: there is none, the draft is as it was. */
  step(): boolean {
    const { draft } = this
    const token = draft.limit > 0 ? 0 : this.steps.find()
    if (token === 0) return false
    this.remember()
    draft.begin()
    applyTo(draft, packChoice(undefined, draft.indexOf(token)))
    draft.finish()
    return true
  }

  /** Takes the last step back. */
  back(): void {
    this.draft.load(this.before, this.length)
  }

  private remember(): void {
    const { buffer, length } = this.draft
    if (this.before.length < length) this.before = new Uint32Array(2 * length)
    for (let i = 0; i < length; i += 1) this.before[i] = buffer[i] as number
    this.length = length
  }
}
