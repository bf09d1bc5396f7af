import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { describe, expect, test } from 'vitest'
import { drillJsonSchema } from '../../src/shared/drills/drill'
import { modelAnswer } from '../../src/shared/drills/model-answer'
import { parseAnswer } from '../../src/shared/drills/parse-answer'
import { parseDrill } from '../../src/shared/drills/parse-drill'
import { PROBLEM_TEXTS } from '../../src/shared/drills/problem-texts'
import { z } from '../../src/shared/scenario/zod'
import { DRILL_IDS, gradeOf } from '../support/drills'

const catalogue = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`resources/locales/${language}/drills.json`, 'utf8'))
const en = catalogue('en')
const ru = catalogue('ru')

const words = { pass: 'Yes', fail: 'No' }
const small = {
  drill: 1,
  id: 'small',
  group: 'network',
  title: 'Small',
  question: 'What?',
  minutes: 1,
  checks: [
    {
      id: 'first',
      title: 'First',
      ...words,
      answer: {
        ask: 'Which?',
        choose: [
          { id: 'a', text: 'A', right: true },
          { id: 'b', text: 'B', right: false },
        ],
      },
    },
  ],
  model: {},
}
interface PictureEdit {
  readonly item: object
  readonly label?: object
  readonly more?: readonly object[]
}
const problemsOf = (raw: unknown) => {
  const parsed = parseDrill(JSON.stringify(raw))
  return parsed.ok ? [] : parsed.problems.map(({ path, code }) => `${path} ${code}`)
}
const withCheck = (check: object) => ({
  ...small,
  checks: [...small.checks, { id: 'second', title: 'Second', ...words, ...check }],
  model: { board: { dryrun: 1, title: '', services: [], connections: [] } },
})

test('a small drill is a drill', () => {
  expect(problemsOf(small)).toEqual([])
})

test('hints cost what they say', () => {
  const hints = [
    { text: 'A', cost: 0.1 },
    { text: 'B', cost: 0.25 },
  ]
  const parsed = parseDrill(JSON.stringify({ ...small, hints }))
  if (!parsed.ok) throw new Error('does not parse')
  const scores = [0, 1, 2].map((taken) => {
    return gradeOf(parsed.value, { ...modelAnswer(parsed.value), hints: taken }).score
  })
  expect(scores).toEqual([1, 0.9, 0.65])
})

test('the published schema takes the built-in drills and nothing else', () => {
  const published = drillJsonSchema()
  expect(JSON.parse(JSON.stringify(published))).toEqual(published)
  const check = z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0])
  for (const id of DRILL_IDS) {
    const raw: unknown = JSON.parse(readFileSync(`resources/drills/${id}.drill.json`, 'utf8'))
    expect(check.safeParse(raw).error, id).toBeUndefined()
  }
  for (const wrong of [{}, { drill: 1 }, { ...small, checks: [] }, { ...small, more: 1 }])
    expect(check.safeParse(wrong).success).toBe(false)
})

describe('a wrong drill', () => {
  test('is refused with every problem at once, each with its place', () => {
    const checks = [{ ...small.checks[0], titel: 'x', title: undefined }, { id: 'x' }]
    expect(problemsOf({ ...small, minutes: 0, group: 'netwrok', checks })).toEqual([
      'group scenario/unknown-value',
      'minutes scenario/number-too-small',
      'checks[0].titel scenario/unknown-field',
      'checks[1] scenario/needs-one-of',
    ])
  })

  test.each([
    [
      'a need that is not there',
      { needs: ['frist'], review: ['orphan'] },
      'checks[1].needs[0] drill/unknown-check',
    ],
    [
      'its own need',
      { needs: ['second'], review: ['orphan'] },
      'checks[1].needs[0] drill/unknown-check',
    ],
    [
      'a role that is none',
      { drawing: [{ role: 'chargin' }] },
      'checks[1].drawing[0].role drill/unknown-role',
    ],
    [
      'a role that is none in a run',
      { run: { never: [{ step: 'effect.done', at: 'nobody' }] } },
      'checks[1].run.never[0].at drill/unknown-role',
    ],
    [
      'a refusal by nobody',
      { run: { given: { refuses: [{ role: 'shop', while: 'true' }] }, expect: ['true'] } },
      'checks[1].run.given.refuses[0].role drill/unknown-role',
    ],
    [
      'a refusal over an expression that is none',
      {
        explore: {
          given: { refuses: [{ role: 'orders', while: '=' }] },
          faults: [{}],
          always: 'true',
        },
      },
      'checks[1].explore.given.refuses[0].while drill/bad-expression',
    ],
    ['a rule that is none', { review: ['orphans'] }, 'checks[1].review[0] drill/unknown-rule'],
    [
      'an expression that is none',
      { run: { expect: ['effects.charge ='] } },
      'checks[1].run.expect[0] drill/bad-expression',
    ],
    [
      'a standing that is none',
      { explore: { faults: [{}], always: 'rows.order in @payed' } },
      'checks[1].explore drill/bad-expression',
    ],
    [
      'two promises',
      { explore: { faults: [{}], always: 'true', finally: 'true' } },
      'checks[1].explore drill/one-promise',
    ],
    [
      'packets that nothing is asked of',
      { wire: { from: 'client', to: 'orders' } },
      'checks[1].wire drill/no-packets',
    ],
    ['a run that asks nothing', { run: {} }, 'checks[1].run drill/nothing-asked'],
  ])('names %s', (_, check, problem) => {
    expect(problemsOf(withCheck(check))).toEqual([problem])
  })

  test.each([
    [
      'a board that is none',
      { item: { board: 'boxs' } },
      ['checks[1].answer.match[0].board drill/unknown-board'],
    ],
    ['a picture that is missing', { item: {} }, ['checks[1].answer.match[0] drill/no-board']],
    [
      'a label that the rules gainsay',
      { item: { board: 'box', with: 'onion' } },
      ['checks[1].answer.match[0].with drill/other-label'],
    ],
    [
      'a label that wants a run where there is none, by an expression that is none',
      { item: { board: 'box' }, label: { expect: ['='] } },
      [
        'checks[1].answer.match[0] drill/no-run',
        'checks[1].answer.match[1] drill/no-run',
        'checks[1].answer.to[0].expect[0] drill/bad-expression',
      ],
    ],
    [
      'a label that wants a search where there is none, or one of two promises',
      {
        item: { board: 'box', explore: { faults: [{}], always: 'true', finally: 'true' } },
        label: { holds: true },
      },
      [
        'checks[1].answer.match[0].explore drill/one-promise',
        'checks[1].answer.match[1] drill/no-search',
      ],
    ],
    [
      'two labels for what is none of the others',
      { item: { board: 'box' }, more: [{ id: 'other', text: 'Other' }] },
      [
        'checks[1].answer.match[0].with drill/other-label',
        'checks[1].answer.match[1].with drill/other-label',
        'checks[1].answer.to drill/two-rests',
      ],
    ],
    [
      'a role that is none in a run of a picture',
      {
        item: { board: 'box', run: { faults: [{ kind: 'crash', at: { role: 'shop' } }] } },
      },
      ['checks[1].answer.match[0].run.faults[0].at.role drill/unknown-role'],
    ],
  ])('of pictures names %s', (_, { item, label, more = [] }: PictureEdit, problems) => {
    const box = { id: 'a', kind: 'service', name: 'A', position: { x: 0, y: 0 } }
    const board = { dryrun: 1, title: '', services: [box], connections: [] }
    const match = [
      { id: 'a', text: 'A', with: 'rest', ...item },
      { id: 'b', text: 'B', with: 'rest', board: 'box' },
    ]
    const to = [
      { id: 'onion', text: 'Onion', ...(label ?? { styles: ['onion'] }) },
      { id: 'rest', text: 'None' },
      ...more,
    ]
    const check = { answer: { ask: 'Which?', match, to } }
    expect(problemsOf({ ...withCheck(check), boards: { box: board } })).toEqual(problems)
  })

  test('a board of a picture has its problems at its place', () => {
    const line = { id: 'l', from: 'a', to: 'b', protocol: 'rest' }
    const board = { dryrun: 1, title: '', services: [], connections: [line] }
    expect(problemsOf({ ...small, boards: { box: board } })).toEqual([
      'boards.box.connections[0].from scenario/unknown-service',
      'boards.box.connections[0].to scenario/unknown-service',
    ])
  })

  test('of no version, of another, or not even JSON says so', () => {
    expect(problemsOf({ ...small, drill: undefined })).toEqual([' drill/not-a-drill'])
    expect(problemsOf({ ...small, drill: 2 })).toEqual(['drill drill/bad-version'])
    expect(parseDrill('{"drill": 1,')).toMatchObject({ problems: [{ code: 'scenario/truncated' }] })
  })

  test('board problems have their place in the drill', () => {
    const line = { id: 'l', from: 'a', to: 'b', protocol: 'rest' }
    const board = { dryrun: 1, title: '', services: [], connections: [line] }
    expect(problemsOf({ ...small, model: { board } })).toEqual([
      'model.board.connections[0].from scenario/unknown-service',
      'model.board.connections[0].to scenario/unknown-service',
    ])
  })
})

describe('an answer', () => {
  test('is a scenario, or a file of both', () => {
    const board = { dryrun: 1, title: 'A', services: [], connections: [] }
    expect(parseAnswer(JSON.stringify(board), 'small')).toMatchObject({ value: { board } })
    const both = { answer: 1, drill: 'small', answers: { first: ['a'] }, hints: 1 }
    expect(parseAnswer(JSON.stringify(both), 'small')).toEqual({
      ok: true,
      value: { answers: { first: ['a'] }, hints: 1 },
    })
  })

  test('of another drill, or of another kind, is refused', () => {
    const other = { answer: 1, drill: 'other' }
    expect(parseAnswer(JSON.stringify(other), 'small')).toMatchObject({
      problems: [{ code: 'drill/other-drill' }],
    })
    expect(parseAnswer('{"answer": 2}', 'small')).toMatchObject({ ok: false })
    expect(parseAnswer('{"answer": 1, "answers": {"first": 3}}', 'small')).toMatchObject({
      ok: false,
    })
  })
})

test('every problem has its sentence in both languages, as the command line says it', async () => {
  const i18n = createInstance()
  await i18n.init({
    lng: 'en',
    resources: { en: { drills: en }, ru: { drills: ru } },
    defaultNS: 'drills',
    keySeparator: false,
    nsSeparator: false,
  })
  for (const [code, text] of Object.entries(PROBLEM_TEXTS)) {
    expect(en[code], code).toBe(text)
    expect(ru[code], code).toMatch(/[а-яё]{2}/i)
  }
  const parsed = parseDrill(JSON.stringify(withCheck({ drawing: [{ role: 'chargin' }] })))
  const [problem] = parsed.ok ? [] : parsed.problems
  expect(problem?.message).toBe('no role "chargin"; did you mean "charging"?')
  expect(
    i18n.t(problem?.code ?? '', { ...problem?.values, interpolation: { escapeValue: false } }),
  ).toBe(problem?.message)
})
