/** Every rule, the gravest first. The findings come in this order. */

import type { Rule } from './rule'
import { ackBefore } from './rules/ack-before'
import { clientToDatabase } from './rules/client-to-database'
import { deliveryLimit } from './rules/delivery-limit'
import { doubleSubmit } from './rules/double-submit'
import { doubleTrigger } from './rules/double-trigger'
import { dualWrite } from './rules/dual-write'
import { effectWithoutOnce } from './rules/effect-without-once'
import { eventNeverPublished } from './rules/event-never-published'
import { eventNobodyConsumes } from './rules/event-nobody-consumes'
import { halfDone } from './rules/half-done'
import { idleConsumers } from './rules/idle-consumers'
import { inboxLosesEffect } from './rules/inbox-loses-effect'
import { invertedTimeouts } from './rules/inverted-timeouts'
import { keyNotHonoured } from './rules/key-not-honoured'
import { longChain } from './rules/long-chain'
import { missingTimeout } from './rules/missing-timeout'
import { noWayBack } from './rules/no-way-back'
import { noWayIn } from './rules/no-way-in'
import { orchestratorWithoutMemory } from './rules/orchestrator-without-memory'
import { orphan } from './rules/orphan'
import { publishThenSave } from './rules/publish-then-save'
import { publishUnconfirmed } from './rules/publish-unconfirmed'
import { pushCarriesWork } from './rules/push-carries-work'
import { redeliveryRepeatsEffect } from './rules/redelivery-repeats-effect'
import { retriesAtSeveralLayers } from './rules/retries-at-several-layers'
import { retriesWithoutBackoff } from './rules/retries-without-backoff'
import { retryWithoutKey } from './rules/retry-without-key'
import { safeMethodChanges } from './rules/safe-method-changes'
import { sagaGivesUp } from './rules/saga-gives-up'
import { sagaStageWithoutUndo } from './rules/saga-stage-without-undo'
import { sharedDatabase } from './rules/shared-database'
import { synchronousCycle } from './rules/synchronous-cycle'
import { toldTooEarly } from './rules/told-too-early'

export const RULES: readonly Rule[] = [
  redeliveryRepeatsEffect,
  effectWithoutOnce,
  doubleTrigger,
  retryWithoutKey,
  keyNotHonoured,
  doubleSubmit,
  dualWrite,
  publishThenSave,
  publishUnconfirmed,
  ackBefore,
  inboxLosesEffect,
  pushCarriesWork,
  sagaStageWithoutUndo,
  sagaGivesUp,
  safeMethodChanges,
  invertedTimeouts,
  missingTimeout,
  retriesAtSeveralLayers,
  retriesWithoutBackoff,
  deliveryLimit,
  toldTooEarly,
  noWayBack,
  halfDone,
  orchestratorWithoutMemory,
  longChain,
  synchronousCycle,
  sharedDatabase,
  clientToDatabase,
  idleConsumers,
  eventNobodyConsumes,
  eventNeverPublished,
  noWayIn,
  orphan,
]
