/**
 * A handler's actions as a tree of parts, each with its place in the file. Knows the structure of actions
 * and nothing of what they do.
 */
import type { Action, IfAction, SagaAction, TransactionAction } from '../../scenario/action'
import type { Handler } from '../../scenario/handler'
import type { Service } from '../../scenario/service'

/** A handler of a service, written or inferred. */
export interface HandlerRead {
  /** Its place among all handlers of the scenario. */
  readonly id: number
  readonly service: Service
  readonly serviceIndex: number
  /** Among the handlers of its service. */
  readonly index: number
  readonly handler: Handler
  /** Where it stands in the file; the service itself where it follows from the drawing. */
  readonly path: string
  readonly parts: readonly Part[]
  /** Every innermost action, in the order in which they are written. */
  readonly sites: readonly Site[]
}

/** Where one innermost action stands. */
export interface Site {
  readonly in: Omit<HandlerRead, 'parts' | 'sites'>
  /** Among the innermost actions of its handler: what a fix finds it by. */
  readonly ordinal: number
  readonly action: Exclude<Action, IfAction | TransactionAction | SagaAction>
  readonly path: string
  /** The actions after it in the same list. */
  readonly rest: readonly Action[]
  /** The same number: in the same transaction. */
  readonly transaction?: number
}

export type Part =
  | { readonly part: 'site'; readonly site: Site }
  | {
      readonly part: 'if'
      readonly condition: string
      readonly yes: readonly Part[]
      readonly no: readonly Part[]
    }
  | { readonly part: 'saga'; readonly action: SagaAction; readonly stages: readonly StagePart[] }

export interface StagePart {
  readonly path: string
  readonly forward: readonly Part[]
  readonly back: readonly Part[]
}

/** The handler with its actions taken apart. */
export function readHandler(about: Site['in'], isWritten: boolean): HandlerRead {
  const sites: Site[] = []
  const reader = new Reader(about, isWritten, sites)
  return { ...about, parts: reader.list(about.handler.do, 'do'), sites }
}

class Reader {
  private transactions = 0

  constructor(
    private readonly about: Site['in'],
    private readonly isWritten: boolean,
    private readonly sites: Site[],
  ) {}

  list(actions: readonly Action[], path: string, transaction?: number): readonly Part[] {
    return actions.flatMap((action, index) =>
      this.one(action, `${path}[${index}]`, actions.slice(index + 1), transaction),
    )
  }

  private one(
    action: Action,
    path: string,
    rest: readonly Action[],
    transaction: number | undefined,
  ): readonly Part[] {
    if ('transaction' in action) {
      this.transactions += 1
      return this.list(action.transaction, `${path}.transaction`, this.transactions)
    }
    if ('if' in action) {
      const yes = this.list(action.then, `${path}.then`)
      const no = this.list(action.else ?? [], `${path}.else`)
      return [{ part: 'if', condition: action.if, yes, no }]
    }
    if ('saga' in action) {
      const stages = action.saga.map((stage, index) => {
        const stagePath = `${path}.saga[${index}]`
        const forward = this.oneOrMore(stage.do, `${stagePath}.do`)
        const back = this.oneOrMore(stage.undo ?? [], `${stagePath}.undo`)
        return { path: this.inFile(stagePath), forward, back }
      })
      return [{ part: 'saga', action, stages }]
    }
    const site: Site = {
      in: this.about,
      ordinal: this.sites.length,
      action,
      path: this.inFile(path),
      rest,
      ...(transaction !== undefined && { transaction }),
    }
    this.sites.push(site)
    return [{ part: 'site', site }]
  }

  private oneOrMore(actions: Action | Action[], path: string): readonly Part[] {
    return Array.isArray(actions)
      ? this.list(actions, path)
      : this.one(actions, path, [], undefined)
  }

  private inFile(path: string): string {
    return this.isWritten ? `${this.about.path}.${path}` : this.about.path
  }
}
