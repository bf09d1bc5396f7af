import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type LoadOptions, runLoad } from '../../src/shared/drivers/load/run-load'
import { stimuliOf } from '../../src/shared/engine/flatten-handlers'
import { livesOf } from '../../src/shared/engine/load/lives'
import { type LoadReport, loadReport } from '../../src/shared/engine/load/load-report'
import { Names } from '../../src/shared/engine/names'
import { parseScenario } from '../../src/shared/scenario/parse'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { run } from '../support/running'

const FOLDER = 'resources/templates'
const templates = readdirSync(FOLDER).map((file) => {
  const parsed = parseScenario(readFileSync(`${FOLDER}/${file}`, 'utf8'))
  if (!parsed.ok) throw new Error(file)
  return [file.replace('.dryrun.json', ''), parsed.value] as const
})
const runnable = templates.filter(([, { connections }]) =>
  connections.some(({ protocol }) => protocol !== 'dependency'),
)

function under(scenario: Scenario, options: LoadOptions): LoadReport {
  const lives = livesOf(scenario, options.seed)
  if (!lives.ok) throw new Error(lives.problems.map(({ message }) => message).join('\n'))
  const running = runLoad(lives.value.system, options)
  for (;;) {
    const { done, value } = running.next()
    if (done) return loadReport(lives.value.program, value)
  }
}

/** Its first customer alone, nothing that breaks, and nobody who has to wait for a worker. */
function undisturbed(scenario: Scenario): Scenario {
  const stimuli = stimuliOf(new Names(scenario))
  const alone = stimuli.filter(({ key }) => key === stimuli[0]?.key)
  const services = scenario.services.map((one) => ({ ...one, workers: 1_000 }))
  return { ...scenario, services, stimuli: alone, faults: [] }
}

const parsed = (scenario: object): Scenario => {
  const read = parseScenario(JSON.stringify({ dryrun: 1, title: 'x', ...scenario }))
  if (read.ok) return read.value
  throw new Error(read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
}

const at = { x: 0, y: 0 }
const client = { id: 'client', kind: 'client', name: 'Client', position: at }

describe('an order that is alone under load', () => {
  const alone = { rate: 0.002, seconds: 50_000, seed: 4 }

  test.each(runnable)('takes as long as on the timeline: %s', (_, drawn) => {
    const scenario = undisturbed(drawn)
    const { steps, trace, machine } = run(scenario)
    const clients = new Set(
      scenario.services.filter(({ kind }) => kind === 'client').map(({ id }) => id),
    )
    const endedMs = machine.nowUs(trace.stateAt(steps.length)) / 1_000
    const answered = steps.find(
      ({ kind, service }) =>
        clients.has(service) &&
        (kind === 'response.received' || kind === 'call.timeout' || kind === 'request.refused'),
    )
    const { settled, response, completed, lost } = under(scenario, alone)
    expect(completed).toBeGreaterThan(50)
    expect(lost).toEqual({})
    expect(settled.p50).toBeCloseTo(endedMs, 2)
    expect(response.p50).toBeCloseTo((answered?.atUs ?? endedMs * 1_000) / 1_000, 2)
  })

  test('keeps a gRPC deadline that another set', () => {
    const scenario = parsed({
      services: [
        client,
        {
          id: 'a',
          kind: 'service',
          name: 'A',
          position: at,
          handlers: [{ on: { connection: 'ask' }, do: [{ call: 'further' }, { reply: 0 }] }],
        },
        { id: 'b', kind: 'service', name: 'B', position: at, serviceTime: 900 },
      ],
      connections: [
        { id: 'ask', from: 'client', to: 'a', protocol: 'grpc', operation: 'A/Ask', timeout: 120 },
        { id: 'further', from: 'a', to: 'b', protocol: 'grpc', operation: 'B/Do', timeout: 5_000 },
      ],
    })
    const { steps } = run(scenario)
    const deadlines = steps.filter(({ kind }) => kind === 'call.timeout')
    expect(deadlines.map(({ service }) => service).sort()).toEqual(['a', 'client'])
    expect(deadlines.every(({ atUs }) => atUs === 120_000)).toBe(true)
    const { services, errors, completed } = under(scenario, alone)
    expect(services.a?.timeouts).toBe(completed)
    expect(errors).toBe(completed)
    // The caller's worker is free again at its deadline, not after the other's nine tenths of a second.
    expect(services.a?.response.p50).toBeLessThan(121)
  })
})

describe('orders that meet', () => {
  const consumer = (flavor: string, partitions: number) =>
    parsed({
      services: [
        client,
        {
          id: 'worker',
          kind: 'service',
          name: 'Worker',
          position: at,
          workers: 50,
          handlers: [{ on: { event: 'Made' }, do: [{ effect: 'work' }] }],
        },
      ],
      connections: [
        {
          id: 'made',
          from: 'client',
          to: 'worker',
          protocol: 'broker',
          event: 'Made',
          flavor,
          partitions,
        },
      ],
    })

  test('wait for the one before in their partition, and in a queue for nobody but a worker', () => {
    const options = { rate: 18, seconds: 1_000, seed: 2 }
    // One effect is 50 ms: 18 a second are nine tenths of what one at a time can do.
    const single = under(consumer('kafka', 1), options)
    const many = under(consumer('kafka', 20), options)
    const queue = under(consumer('rabbitmq', 1), options)
    const waitOf = ({ services }: LoadReport) => services.worker?.wait.mean ?? 0
    // M/D/1: rho / (2 mu (1 - rho)) = 225 ms.
    expect(waitOf(single)).toBeGreaterThan(180)
    expect(waitOf(single)).toBeLessThan(280)
    expect(waitOf(many)).toBeLessThan(5)
    expect(waitOf(queue)).toBe(0)
  })

  test('occupy a worker while it waits for another service, and the database only where it has an end', () => {
    const scenario = (workers?: number) =>
      parsed({
        services: [
          client,
          {
            id: 'shop',
            kind: 'service',
            name: 'Shop',
            position: at,
            workers: 100,
            handlers: [
              {
                on: { connection: 'ask' },
                do: [{ save: 'order', as: 'new' }, { call: 'pay' }, { reply: 201 }],
              },
            ],
          },
          {
            id: 'db',
            kind: 'database',
            name: 'DB',
            position: at,
            ...(workers === undefined ? {} : { workers }),
          },
          {
            id: 'bank',
            kind: 'external',
            name: 'Bank',
            position: at,
            workers: 3,
            serviceTime: 100,
          },
        ],
        connections: [
          {
            id: 'ask',
            from: 'client',
            to: 'shop',
            protocol: 'rest',
            operation: 'POST /orders',
            timeout: 60_000,
            latency: 0,
          },
          { id: 'store', from: 'shop', to: 'db', protocol: 'sql' },
          {
            id: 'pay',
            from: 'shop',
            to: 'bank',
            protocol: 'rest',
            operation: 'POST /charges',
            timeout: 60_000,
            latency: 0,
          },
        ],
      })
    const options = { rate: 20, seconds: 500, seed: 8 }
    const open = under(scenario(), options)
    expect(open.bottleneck).toBe('bank')
    const [bank, shop] = [open.services.bank, open.services.shop]
    expect(bank?.utilisation).toBeCloseTo((20 * 0.1) / 3, 1)
    // The shop waits for the bank: it is busy as long as the bank is, and as long as orders wait there.
    const awaited = (bank?.busy ?? 0) + (bank?.queue.mean ?? 0)
    expect(shop?.busy).toBeGreaterThan(awaited)
    expect(open.services.db).toMatchObject({ workers: null, utilisation: 0 })
    const closed = under(scenario(1), { ...options, rate: 25 })
    expect(closed.services.db?.workers).toBe(1)
    expect(closed.services.db?.utilisation).toBeGreaterThan(0.03)
  })

  test('too many of them: the bottleneck is named, and is seen not to keep up', () => {
    const [, scenario] = templates.find(
      ([name]) => name === 'three-services',
    ) as (typeof templates)[0]
    const calm = under(scenario, { rate: 2, seconds: 300, seed: 1 })
    expect(calm).toMatchObject({ bottleneck: 'charging', saturated: false, errors: 0 })
    const busy = under(scenario, { rate: 5, seconds: 300, seed: 1 })
    expect(busy).toMatchObject({ bottleneck: 'charging', saturated: true, errors: 0 })
    // A charge takes 300 ms and there is one worker.
    expect(busy.services.charging?.throughput).toBeCloseTo(1 / 0.3, 1)
    expect(busy.unfinished).toBeGreaterThan(300)
    const more = scenario.services.map((one) =>
      one.id === 'charging' ? { ...one, replicas: 4 } : one,
    )
    const wide = under({ ...scenario, services: more }, { rate: 5, seconds: 300, seed: 1 })
    expect(wide.saturated).toBe(false)
    expect(wide.services.charging?.workers).toBe(4)
  })

  test('are turned away where a service takes only so many at a time, as M/M/1/10 has it', () => {
    // domain.md 6.3: of 120 a second to one that does 100, with room for ten: loss 0.192586, W 0.069261 s.
    const scenario = parsed({
      services: [
        client,
        {
          id: 'shop',
          kind: 'service',
          name: 'Shop',
          position: at,
          maxRequests: 10,
          serviceTime: { exponential: 10 },
          handlers: [{ on: { connection: 'ask' }, do: [{ reply: 200 }] }],
        },
      ],
      connections: [
        {
          id: 'ask',
          from: 'client',
          to: 'shop',
          protocol: 'rest',
          operation: 'GET /',
          timeout: 60_000,
          latency: 0,
        },
      ],
    })
    const { services, errors, arrivals } = under(scenario, { rate: 120, seconds: 1_000, seed: 3 })
    expect(errors / arrivals).toBeCloseTo(0.192586, 2)
    expect(services.shop?.refused).toBe(errors)
    expect(services.shop?.throughput).toBeGreaterThan(95.5)
    expect(services.shop?.throughput).toBeLessThan(98.5)
    expect(services.shop?.response.mean).toBeGreaterThan(67.5)
    expect(services.shop?.response.mean).toBeLessThan(71)
    expect((services.shop?.queue.max ?? 0) + 1).toBe(10)
  })

  test('and repeat what comes too late: more is asked than customers want', () => {
    const [, scenario] = templates.find(([name]) => name === 'retry-storm') as (typeof templates)[0]
    const { services, errors } = under(scenario, { rate: 1, seconds: 200, seed: 1 })
    expect(services.gateway?.retries).toBeGreaterThan(0)
    expect(services.gateway?.timeouts).toBeGreaterThan(services.gateway?.retries ?? 0)
    expect(errors).toBeGreaterThan(100)
  })

  test('are the same for the same seed, whatever else is drawn', () => {
    const [, scenario] = templates.find(
      ([name]) => name === 'orchestrated',
    ) as (typeof templates)[0]
    const options = { rate: 1, seconds: 500, seed: 6 }
    const once = under(scenario, options)
    expect(under(scenario, options)).toEqual(once)
    const idle = { id: 'idle', kind: 'service', name: 'Idle', position: at } as const
    const beside = under({ ...scenario, services: [...scenario.services, idle] }, options)
    expect(beside.response).toEqual(once.response)
    expect(beside.services.idle).toMatchObject({ throughput: 0, utilisation: 0 })
  })
})
