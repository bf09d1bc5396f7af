/** Every rule, the gravest first. The findings come in this order. */

import type { Rule } from './rule'
import { ackBefore } from './rules/ack-before'
import { adapterKnowsAdapter } from './rules/adapter-knows-adapter'
import { callWithoutPort } from './rules/call-without-port'
import { clearTextOutside } from './rules/clear-text-outside'
import { clientToDatabase } from './rules/client-to-database'
import { deliveryLimit } from './rules/delivery-limit'
import { dependencyCycle } from './rules/dependency-cycle'
import { doubleSubmit } from './rules/double-submit'
import { doubleTrigger } from './rules/double-trigger'
import { dualWrite } from './rules/dual-write'
import { effectWithoutOnce } from './rules/effect-without-once'
import { eventNeverPublished } from './rules/event-never-published'
import { eventNobodyConsumes } from './rules/event-nobody-consumes'
import { halfDone } from './rules/half-done'
import { idleConsumers } from './rules/idle-consumers'
import { inboxLosesEffect } from './rules/inbox-loses-effect'
import { infrastructureInside } from './rules/infrastructure-inside'
import { invertedTimeouts } from './rules/inverted-timeouts'
import { keyNotHonoured } from './rules/key-not-honoured'
import { layerSkipped } from './rules/layer-skipped'
import { longChain } from './rules/long-chain'
import { missingTimeout } from './rules/missing-timeout'
import { monolithDatabase } from './rules/monolith-database'
import { networkInsideMonolith } from './rules/network-inside-monolith'
import { noTakenForYes } from './rules/no-taken-for-yes'
import { noWayBack } from './rules/no-way-back'
import { noWayIn } from './rules/no-way-in'
import { orchestratorWithoutMemory } from './rules/orchestrator-without-memory'
import { orphan } from './rules/orphan'
import { outsideTheLayers } from './rules/outside-the-layers'
import { outwardDependency } from './rules/outward-dependency'
import { promiseAboutNothing } from './rules/promise-about-nothing'
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
import { sinkhole } from './rules/sinkhole'
import { synchronousCycle } from './rules/synchronous-cycle'
import { toldTooEarly } from './rules/told-too-early'
import { upwardDependency } from './rules/upward-dependency'

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
  noTakenForYes,
  sagaStageWithoutUndo,
  sagaGivesUp,
  safeMethodChanges,
  clearTextOutside,
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
  upwardDependency,
  layerSkipped,
  outwardDependency,
  adapterKnowsAdapter,
  infrastructureInside,
  callWithoutPort,
  networkInsideMonolith,
  dependencyCycle,
  promiseAboutNothing,
  idleConsumers,
  eventNobodyConsumes,
  eventNeverPublished,
  noWayIn,
  monolithDatabase,
  outsideTheLayers,
  sinkhole,
  orphan,
]
