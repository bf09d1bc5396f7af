/**
 * A choice as one integer: what happens, to which token or service, and which way where there are several.
 * `proceed` is what happens of itself to the token; every other code is a fault of the environment.
 */
import { FAULT_KINDS, type FaultKind } from '../scenario/scenario'
import type { Choice } from './state'

const CODE_BITS = 4
const CODE_MASK = 2 ** CODE_BITS - 1
const FAULTS: readonly (FaultKind | undefined)[] = [undefined, ...FAULT_KINDS]
const INDEX_BITS = 16
export const INDEX_MAX = 2 ** INDEX_BITS - 1
/** Together 31 bits: a choice stays a small integer. */
const WAY_BITS = 11
const WAY_MAX = 2 ** WAY_BITS - 1

export interface ChoiceParts {
  /** undefined: what happens of itself. */
  readonly fault: FaultKind | undefined
  /** Position of the token among the state's tokens; of the service for a crash or a stop. */
  readonly index: number
  /** Which consumer of a queue, which replica of a service. */
  readonly way: number
}

export function packChoice(fault: FaultKind | undefined, index: number, way = 0): Choice {
  if (index > INDEX_MAX || way > WAY_MAX) throw new Error(`no choice ${index}/${way}`)
  const code = FAULTS.indexOf(fault)
  return code | (index << CODE_BITS) | (way << (CODE_BITS + INDEX_BITS))
}

export function unpackChoice(choice: Choice): ChoiceParts {
  return { fault: faultOf(choice), index: indexOf(choice), way: wayOf(choice) }
}

// The parts one by one, for whoever unpacks millions.

export function faultOf(choice: Choice): FaultKind | undefined {
  return FAULTS[choice & CODE_MASK]
}

export function indexOf(choice: Choice): number {
  return (choice >>> CODE_BITS) & INDEX_MAX
}

export function wayOf(choice: Choice): number {
  return choice >>> (CODE_BITS + INDEX_BITS)
}

export type { Choice }
