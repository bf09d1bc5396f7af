/** The numbered names of a program while it is compiled: each name gets its index when it is first needed. */
import {
  type AnswerOutcome,
  type EffectProgram,
  type EntityProgram,
  FAILED_OUTCOME,
  type InboxProgram,
  type LineAnswers,
} from './program'
import { isDone, type ProtocolRules } from './protocols/table'

export class Tables {
  private readonly entityNames: string[] = []
  private readonly statusNames: string[][] = []
  private readonly effectNames: string[] = []
  private readonly saysTexts: string[][] = []
  readonly inboxes: InboxProgram[] = []
  private idempotentCount = 0
  readonly outcomes: AnswerOutcome[] = [
    { outcome: 'none', status: 0 },
    { outcome: 'error', status: 500 },
  ]

  entity(name: string): number {
    const index = numberOf(this.entityNames, name)
    this.statusNames[index] ??= ['none']
    return index
  }

  status(entity: number, name: string): number {
    return numberOf(this.statusNames[entity] as string[], name)
  }

  effect(name: string): number {
    const index = numberOf(this.effectNames, name)
    this.saysTexts[index] ??= ['']
    return index
  }

  says(effect: number, text: string | undefined): number {
    return text === undefined ? 0 : numberOf(this.saysTexts[effect] as string[], text)
  }

  /** One inbox a service and kind of message. */
  inbox(service: number, message: string): number {
    const known = this.inboxes.findIndex(
      (one) => one.service === service && one.message === message,
    )
    return known >= 0 ? known : this.inboxes.push({ service, message }) - 1
  }

  idempotent(): number {
    this.idempotentCount += 1
    return this.idempotentCount - 1
  }

  outcome(outcome: AnswerOutcome['outcome'], status: number): number {
    const known = this.outcomes.findIndex(
      (one) => one.outcome === outcome && one.status === status && one.isBusy !== true,
    )
    return known >= 0 ? known : this.outcomes.push({ outcome, status }) - 1
  }

  /** Apart from a handler's own answer of that status, which says no for good. */
  private busy(status: number): number {
    const known = this.outcomes.findIndex((one) => one.isBusy === true && one.status === status)
    return known >= 0 ? known : this.outcomes.push({ outcome: 'error', status, isBusy: true }) - 1
  }

  /** What a status that was sent is to its receiver. */
  answer(status: number): number {
    return this.outcome(isDone(status) ? 'ok' : 'error', status)
  }

  /** `isKeyed`: some handler honours idempotency keys, and may be busy with one. */
  answersOf({ statuses }: ProtocolRules, isKeyed: boolean, tellsBodies: boolean): LineAnswers {
    return {
      refused: this.outcome('refused', statuses.unavailable),
      timeout: this.outcome('timeout', 0),
      ok: this.answer(statuses.ok),
      created: this.answer(statuses.created),
      declined: this.answer(statuses.declined),
      failed: this.answer(statuses.failed),
      unavailable: this.answer(statuses.unavailable),
      late: this.answer(statuses.late),
      unknown: this.answer(statuses.unknown),
      full: this.answer(statuses.full),
      reused: tellsBodies ? this.answer(statuses.reused) : FAILED_OUTCOME,
      busy: isKeyed ? this.busy(statuses.busy) : FAILED_OUTCOME,
    }
  }

  /** Names that only an expression mentions exist too: never stored, never done. */
  learn(names: readonly string[]): void {
    for (const name of names) {
      const parts = name.split('.')
      const last = parts.at(-1)
      if (last === undefined || parts.length < 2) continue
      if (parts[0] === 'rows') this.entity(last)
      if (parts[0] === 'effects') this.effect(last)
      if (parts[0] === 'intent' && parts[1] === 'effects' && parts.length === 3) this.effect(last)
      if (parts[0] === 'last' && last !== 'outcome' && last !== 'status') this.effect(last)
    }
  }

  get entities(): readonly EntityProgram[] {
    return this.entityNames.map((name, index) => ({
      name,
      statuses: this.statusNames[index] as string[],
    }))
  }

  get effects(): readonly EffectProgram[] {
    return this.effectNames.map((name, index) => ({
      name,
      says: this.saysTexts[index] as string[],
    }))
  }

  get idempotentHandlers(): number {
    return this.idempotentCount
  }
}

function numberOf(names: string[], name: string): number {
  const known = names.indexOf(name)
  return known >= 0 ? known : names.push(name) - 1
}
