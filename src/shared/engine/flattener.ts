/**
 * One handler's actions becoming ops: a place to add them, to jump between them, and to say what fails where.
 * What each action becomes is in actions/, one file an action; the table of them is handed in.
 */
import type { Action } from '../scenario/action'
import type { Assembly, HandlerSource, Mutable } from './assembly'
import { type Delay, NO_DELAY } from './delay'
import type { BranchOp, JumpOp, Op } from './op'

/** What a rule gives of an op: all but what its position in the handler says. */
type Given<One extends Op> = Omit<
  One,
  'index' | 'place' | 'handler' | 'action' | 'next' | 'onFail' | 'cost'
> & { readonly cost?: Delay }
export type NewOp = { [Kind in Op['op']]: Given<Extract<Op, { op: Kind }>> }[Op['op']]

export interface FlattenRules {
  /** Adds what the action becomes; `rest` are the actions after it in the same list. */
  flatten(action: Action, into: Flattener, path: string, rest: readonly Action[]): void
}

const PASSED: ReadonlySet<Op['op']> = new Set(['branch', 'jump', 'dedupe', 'undone'])

export class Flattener {
  /** The action of the handler's own list at hand, from 0. */
  action = 0
  /** Inside a saga a provider's "no" is a failure like any other. */
  isInSaga = false
  remembersLast = false
  /** An inbox that was looked up and waits for the commit that marks it. */
  unmarkedInbox: number | undefined

  constructor(
    readonly assembly: Assembly,
    readonly source: HandlerSource,
    private readonly handler: number,
    private readonly rules: FlattenRules,
  ) {}

  get names() {
    return this.assembly.names
  }

  get tables() {
    return this.assembly.tables
  }

  /** The index that the next op will have. */
  get here(): number {
    return this.assembly.ops.length
  }

  /** The op at the current end; it leads to whatever is added after it. */
  add<New extends NewOp>(given: New): Extract<Op, { op: New['op'] }> {
    const index = this.here
    const place = PASSED.has(given.op) ? 0 : this.assembly.reserve()
    const position = { index, place, handler: this.handler, action: this.action, next: index + 1 }
    // The union of all given parts and the position is the union of all ops; the compiler sees only the sum.
    const op = { cost: NO_DELAY, ...given, ...position } as unknown as Extract<
      Op,
      { op: New['op'] }
    >
    this.assembly.ops.push(op)
    if (place > 0) this.assembly.fill(place, { at: 'op', op })
    return op
  }

  /** A list of the handler itself: each of its actions is one of the handler's. */
  flattenTop(actions: readonly Action[], path: string): void {
    actions.forEach((action, index) => {
      this.action = index
      this.rules.flatten(action, this, `${path}[${index}]`, actions.slice(index + 1))
    })
    this.action = actions.length
  }

  /** A list inside an action. */
  flatten(actions: readonly Action[], path: string): void {
    actions.forEach((action, index) => {
      this.rules.flatten(action, this, `${path}[${index}]`, actions.slice(index + 1))
    })
  }

  /** Lets a jump or branch that was added earlier lead to what comes next. */
  land(op: JumpOp | BranchOp): void {
    const open = op as Mutable<JumpOp> | Mutable<BranchOp>
    if (open.op === 'jump') open.next = this.here
    else open.otherwise = this.here
  }

  /** Every op from `first` up to `end` takes back what others did. */
  markUndo(first: number, end: number): void {
    for (let index = first; index < end; index += 1)
      (this.assembly.ops[index] as Mutable<Op>).isUndo = true
  }

  /** Every op from `first` up to here that has no way out yet fails to `onFail`. */
  failTo(onFail: number, first: number, end: number): void {
    for (let index = first; index < end; index += 1) {
      const op = this.assembly.ops[index] as Mutable<Op>
      if (op.onFail === undefined) op.onFail = onFail
    }
  }
}
