import { expect, test } from 'vitest'
import { differencesFrom } from '../../src/shared/drills/differences'
import { modelAnswer } from '../../src/shared/drills/model-answer'
import { reportHtml, reportMarkdown } from '../../src/shared/drills/report'
import { newSession, parseSession, printSession } from '../../src/shared/drills/session'
import { drill, gradeOf, inRussian } from '../support/drills'

const outbox = drill('outbox')
const { start, model } = outbox
if (start === undefined || model.board === undefined) throw new Error('no boards')
const board = model.board

test('a session is read back as it was kept, and nothing else is taken for one', () => {
  const session = { ...newSession('outbox'), board: start, hints: 2, notes: 'Заметка', best: 0.5 }
  expect(parseSession(printSession(session))).toEqual(session)
  for (const text of ['', '{}', '{"session": 2}', printSession(session).slice(0, 50)])
    expect(parseSession(text)).toBeUndefined()
})

test('differences are told by what services do', () => {
  expect(differencesFrom(outbox, start, start)).toEqual([])
  expect(differencesFrom(outbox, start, board)).toEqual([{ thing: 'orders', has: ['publishes'] }])
  expect(differencesFrom(outbox, board, start)).toEqual([
    { thing: 'orders', has: ['outbox', 'transaction'] },
    { thing: 'charging', has: ['once'] },
  ])
  expect(differencesFrom(outbox, inRussian(board), board)).toEqual([])
})

test('what is not on the other board at all is only there', () => {
  const three = drill('three-services').model.board
  if (three === undefined) throw new Error('no board')
  const found = differencesFrom(drill('three-services'), three, board)
  expect(found.find(({ thing }) => thing === 'notifications')?.has).toEqual(['there'])
  expect(found.find(({ thing }) => thing === 'settle')?.has).toEqual(['there'])
})

test('the report tells question, result, notes and marks, and escapes what was written', () => {
  const graded = gradeOf(outbox, { board: start })
  const reported = {
    drill: outbox,
    session: {
      ...newSession('outbox'),
      board: start,
      notes: 'Good <b>at</b> "failures" & more',
      marks: { once: 'partly' as const },
      elapsedMs: 125_000,
    },
    grade: graded,
    language: 'en' as const,
    translate: (key: string, values: Readonly<Record<string, string | number>>) =>
      `${key} ${JSON.stringify(values)}`,
    svg: '<svg></svg>',
  }
  const markdown = reportMarkdown(reported)
  expect(markdown).toMatch(/^# The order is saved, the event is gone\n/)
  expect(markdown).toContain('report.score {"score":38}')
  expect(markdown).toContain('report.time {"minutes":2,"of":10}')
  expect(markdown).toContain('status.failed {}: A stored order is charged, whatever crashes.')
  expect(markdown).toContain('mark.partly')
  const html = reportHtml(reported)
  expect(html).toContain('<figure><svg></svg></figure>')
  expect(html).toContain('Good &lt;b&gt;at&lt;/b&gt; &quot;failures&quot; &amp; more')
  expect(reportHtml({ ...reported, grade: undefined, svg: undefined })).not.toContain('<figure>')
})

test('a model answer that is only drawn has no typed answers', () => {
  expect(modelAnswer(outbox)).toEqual({ board })
})
