/**
 * What the parts of a scenario are called, resolved to indices, and the problems found on the way. Every
 * step of compiling reports here; nothing is thrown and nothing is skipped in silence.
 */
import type { Problem } from '../base/problem'
import type { Connection } from '../scenario/connection'
import type { Handler } from '../scenario/handler'
import type { Scenario } from '../scenario/scenario'
import type { Service } from '../scenario/service'
import { handlersOf, outgoingLines } from './infer'
import { type ProblemCode, type ProblemValues, problemOf } from './problem-texts'

export class Names {
  readonly problems: Problem[] = []
  readonly services: readonly Service[]
  readonly connections: readonly Connection[]
  /** For each service what it runs, inferred or its own. */
  readonly handlers: readonly (readonly Handler[])[]
  private readonly serviceIndices: ReadonlyMap<string, number>
  private readonly lineIndices: ReadonlyMap<string, number>

  constructor(readonly scenario: Scenario) {
    this.services = scenario.services
    this.connections = scenario.connections
    this.serviceIndices = new Map(scenario.services.map(({ id }, index) => [id, index]))
    this.lineIndices = new Map(scenario.connections.map(({ id }, index) => [id, index]))
    this.handlers = scenario.services.map((service) => handlersOf(scenario, service))
  }

  service(id: string): number | undefined {
    return this.serviceIndices.get(id)
  }

  line(id: string): number | undefined {
    return this.lineIndices.get(id)
  }

  serviceAt(index: number): Service {
    return this.services[index] as Service
  }

  connectionAt(index: number): Connection {
    return this.connections[index] as Connection
  }

  /** The service's outgoing lines as indices, in drawn order. */
  outgoing(service: number): readonly number[] {
    return outgoingLines(this.scenario, this.serviceAt(service).id).map(
      (line) => this.line(line.id) as number,
    )
  }

  incoming(service: number): readonly number[] {
    const { id } = this.serviceAt(service)
    return this.connections.flatMap((line, index) => (line.to === id ? [index] : []))
  }

  error(code: ProblemCode, path: string, values: ProblemValues = {}): void {
    this.report(problemOf('error', code, path, values))
  }

  warn(code: ProblemCode, path: string, values: ProblemValues = {}): void {
    this.report(problemOf('warning', code, path, values))
  }

  /** A handler is flattened once for each way to reach it; what is wrong in it is said once. */
  private report(problem: Problem): void {
    const isKnown = this.problems.some(
      ({ path, message }) => path === problem.path && message === problem.message,
    )
    if (!isKnown) this.problems.push(problem)
  }
}
