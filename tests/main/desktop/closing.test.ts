import { expect, test } from 'vitest'
import { type CloseAnswer, Closing } from '../../../src/main/desktop/closing'

function closing(answer: CloseAnswer) {
  const told: string[] = []
  const made: Closing = new Closing({
    ask: async (title) => {
      told.push(`ask ${title}`)
      return answer
    },
    requestSave: () => told.push('save'),
    giveUp: async () => {
      told.push('given up')
    },
    stay: () => told.push('stays'),
    close: () => told.push(made.mayClose() ? 'closed' : 'stayed'),
  })
  return { closing: made, told }
}

const settled = () => new Promise((done) => setTimeout(done))

test('a window without unsaved work closes unasked', () => {
  const { closing: window, told } = closing('cancel')
  expect(window.mayClose()).toBe(true)
  expect(told).toEqual([])
})

test('"cancel" keeps the window', async () => {
  const { closing: window, told } = closing('cancel')
  window.setUnsaved(true, 'Orders')
  expect(window.mayClose()).toBe(false)
  await settled()
  expect(told).toEqual(['ask Orders', 'stays'])
  expect(window.mayClose()).toBe(false)
})

test('"don\'t save" gives the changes up and closes it', async () => {
  const { closing: window, told } = closing('discard')
  window.setUnsaved(true, 'Orders')
  window.mayClose()
  await settled()
  expect(told).toEqual(['ask Orders', 'given up', 'closed'])
})

test('"save" closes it once the page has saved', async () => {
  const { closing: window, told } = closing('save')
  window.setUnsaved(true, 'Orders')
  window.mayClose()
  await settled()
  expect(told).toEqual(['ask Orders', 'save'])
  window.saveSettled(true)
  window.setUnsaved(false, 'Orders')
  expect(told).toEqual(['ask Orders', 'save', 'closed'])
})

test('a save that failed keeps the window, also after a later save', async () => {
  const { closing: window, told } = closing('save')
  window.setUnsaved(true, 'Orders')
  window.mayClose()
  await settled()
  window.saveSettled(false)
  window.setUnsaved(false, 'Orders')
  expect(told).toEqual(['ask Orders', 'save', 'stays'])
})

test('the question is asked once at a time', async () => {
  const { closing: window, told } = closing('cancel')
  window.setUnsaved(true, 'Orders')
  window.mayClose()
  window.mayClose()
  await settled()
  expect(told).toEqual(['ask Orders', 'stays'])
})
