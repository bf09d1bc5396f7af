import { describe, expect, test } from 'vitest'
import { dryrun } from './dryrun'

/** A built-in scenario is named as a file is. */
const FILE = 'three-services'

describe('dryrun load', () => {
  test('prints one object with a row a service, and the same bytes in any language and time zone', async () => {
    const words = ['load', FILE, '--rate', '2', '--duration', '200', '--json']
    const { status, out } = await dryrun(words)
    expect(status).toBe(0)
    const report = JSON.parse(out)
    expect(report).toMatchObject({
      scenario: 'Three services',
      rate: 2,
      duration: 200,
      seed: 1,
      seconds: 180,
      end: 'time',
      bottleneck: 'charging',
      saturated: false,
    })
    expect(Object.keys(report.services)).toEqual([
      'orders',
      'ordersDb',
      'notifications',
      'charging',
    ])
    const { utilisation, throughput, queue, wait, response } = report.services.charging
    expect(utilisation).toBeCloseTo(throughput * 0.3, 2)
    expect(queue.max).toBeGreaterThan(queue.mean)
    for (const times of [wait, response, report.response, report.settled])
      expect(Object.keys(times)).toEqual(['mean', 'p50', 'p95', 'p99'])
    expect(response.mean).toBeCloseTo(wait.mean + 300, -1)
    const elsewhere = await dryrun(words, { TZ: 'Asia/Tokyo', LANG: 'ru_RU.UTF-8' })
    expect(elsewhere.out).toBe(out)
  })

  test('names the bottleneck to a person', async () => {
    const { status, out } = await dryrun(['load', FILE, '--rate', '9', '--duration', '60'])
    expect(status).toBe(0)
    expect(out).toMatch(/Card charge +1 +100\.0%/)
    expect(out).toContain('Bottleneck: Card charge, 100.0% busy: it cannot keep up')
  })

  test('says what it needs, and ends with 3 where a limit came first', async () => {
    const missing = await dryrun(['load', FILE])
    expect(missing.status).toBe(2)
    expect(missing.err).toContain("required option '--rate <number>' not specified")
    const wrong = await dryrun(['load', FILE, '--rate', 'many', '--duration', '1'])
    expect(wrong.status).toBe(2)
    expect(wrong.err).toContain('Give a number from 0.001 to 1000000.')
    const flood = await dryrun(['load', FILE, '--rate', '1000000', '--duration', '60'])
    expect(flood.status).toBe(3)
    expect(flood.out).toContain('the limit of orders was reached first')
  })
})
