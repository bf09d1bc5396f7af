/** Why a check has the result that it has, as data: the sentences are in the catalogue `drills`, by `why`. */
import type { FaultTaken } from '../engine/counterexample'
import type { Text } from '../scenario/text'
import type { TypedFault } from './request-question'

export type Why =
  | { readonly why: 'emptyBoard' }
  | { readonly why: 'notAnswered' }
  | { readonly why: 'needs'; readonly checks: readonly string[] }
  | { readonly why: 'noRole'; readonly role: string }
  | {
      readonly why: 'tooMany'
      readonly role: string
      readonly count: number
      readonly atMost: number
    }
  | {
      readonly why: 'noLine' | 'forbiddenLine'
      readonly from: string
      readonly to: string
      readonly by: string
    }
  | { readonly why: 'asksNobody'; readonly role: string }
  | {
      readonly why: 'waitsFor'
      readonly role: string
      readonly services: readonly string[]
      readonly count: number
      readonly atMost: number
    }
  | { readonly why: 'storesNothing'; readonly role: string }
  | { readonly why: 'noRequest'; readonly word: string }
  | { readonly why: 'nobodyDecides'; readonly word: string }
  /** It does not compile; the first problem, in English. */
  | { readonly why: 'doesNotRun'; readonly problem: string }
  | { readonly why: 'noRest'; readonly steps: number }
  | { readonly why: 'notSo'; readonly expression: string; readonly values: string }
  | { readonly why: 'wrongOrder'; readonly first: string; readonly second: string }
  | { readonly why: 'neverHappens'; readonly step: string }
  | { readonly why: 'mustNotHappen'; readonly step: string }
  | {
      readonly why: 'broken'
      readonly key: string
      readonly faults: readonly FaultTaken[]
      readonly steps: number
      /** A shorter run was looked for in so many states and may still be there. */
      readonly searched?: number
    }
  | { readonly why: 'holds'; readonly states: number; readonly faults: string }
  | { readonly why: 'limit'; readonly ranOut: string; readonly states: number }
  | { readonly why: 'findings'; readonly count: number; readonly rules: string }
  | { readonly why: 'wrongAnswer'; readonly right: number; readonly of: number }
  | { readonly why: 'badRequest'; readonly faults: readonly TypedFault[] }
  /** `items`: what was matched wrongly, as it is called. */
  | {
      readonly why: 'wrongLabels'
      readonly right: number
      readonly of: number
      readonly items: readonly Text[]
    }
  | { readonly why: 'compare' }
  | { readonly why: 'notSpoken'; readonly protocol: string }
  | { readonly why: 'packetMissing' | 'packetSent'; readonly packet: string }
  | { readonly why: 'packetEarly'; readonly packet: string; readonly after: string }
  | { readonly why: 'notCarried'; readonly text: string }
  | { readonly why: 'otherTrips'; readonly trips: number; readonly wanted: number }
  | { readonly why: 'otherTime'; readonly ms: number; readonly wanted: number }
