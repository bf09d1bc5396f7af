/** `--fault crash:charging:charge:1`: a fault of the file's kind, in one word of the command line. */
import { STEP_KINDS } from '../../shared/engine/step'
import { CUT_HALVES, FAULT_KINDS, type Fault, type Scenario } from '../../shared/scenario/scenario'
import { mostSimilar } from '../../shared/scenario/similar'

export const FAULT_HELP = `KIND:WHERE[:AFTER[:NTH]], as often as needed.
KIND is ${FAULT_KINDS.join(', ')}.
WHERE is the id of a service or a connection; partition:LINE/publisher and partition:LINE/consumer cut
half of a line whose broker is not drawn.
AFTER is an action of that service (charge, order) or a kind of step (event.delivered);
NTH says after which of them, 1 where it is left out.
Example: crash:charging:charge:1`

export type FaultSpec =
  | { readonly ok: true; readonly fault: Fault }
  | { readonly ok: false; readonly message: string }

/** Names are looked up in the scenario, so that a slip is found before the run. */
export function parseFaultSpec(spec: string, scenario: Scenario): FaultSpec {
  const [kindText = '', place = '', after, nthText, ...rest] = spec.split(':')
  const wrong = (message: string): FaultSpec => ({
    ok: false,
    message: `--fault ${spec}: ${message}`,
  })
  const kind = FAULT_KINDS.find((each) => each === kindText)
  if (kind === undefined) return wrong(`no fault "${kindText}"${meant(kindText, FAULT_KINDS)}`)
  const services = scenario.services.map((service) => service.id)
  const connections = scenario.connections.map((connection) => connection.id)
  const { where, half } = halfOf(place, connections)
  const isService = services.includes(where)
  if (!isService && !connections.includes(where)) {
    const hint = meant(where, [...services, ...connections])
    return wrong(`no service or connection "${where}"${hint}`)
  }
  const nth = nthText === undefined ? undefined : Number(nthText)
  const counts = nth === undefined || (Number.isInteger(nth) && nth >= 1 && nth <= 1_000)
  if (rest.length > 0 || after === '' || !counts) {
    return wrong('write it as KIND:WHERE[:AFTER[:NTH]], NTH a number from 1 to 1000')
  }
  if (after?.includes('.') && !STEP_KINDS.some((each) => each === after)) {
    return wrong(`no kind of step "${after}"${meant(after, STEP_KINDS)}`)
  }
  const moment = after === undefined ? {} : { after: momentOf(after, nth) }
  return {
    ok: true,
    fault: {
      kind,
      at: isService ? { service: where, ...moment } : { connection: where, ...half, ...moment },
    },
  }
}

/** An id may have a stroke in it: what is called so whole is not half of anything. */
function halfOf(place: string, connections: readonly string[]) {
  const half = CUT_HALVES.find((each) => place.endsWith(`/${each}`))
  if (half === undefined || connections.includes(place)) return { where: place, half: {} }
  return { where: place.slice(0, -half.length - 1), half: { half } }
}

function momentOf(after: string, nth: number | undefined): NonNullable<Fault['at']['after']> {
  return {
    ...(after.includes('.') ? { step: after } : { action: after }),
    ...(nth === undefined ? {} : { nth }),
  }
}

function meant(word: string, candidates: readonly string[]): string {
  const similar = mostSimilar(word, candidates)
  return similar === undefined ? '' : `; did you mean "${similar}"?`
}
