/** Changing what is drawn: in the inspector, step by step undoable; and never while, or under, a run. */
import { template } from './pages/template'
import { expect, test } from './pages/test'

const FILE = 'edited.dryrun.json'

test.beforeEach(async ({ start }) => {
  const { title } = await template('three-services', 'en')
  await start.openTemplate(title)
})

test('names, actions and options are edited, and every edit is one undo step', async ({
  page,
  board,
  inspector,
  history,
  files,
  say,
}) => {
  const { text } = await template('three-services', 'en')
  await board.select('Orders')

  await test.step('a name, typed in one stretch', async () => {
    await inspector.field('name').fill('')
    await inspector.field('name').pressSequentially('Order desk')
    await expect(board.service('Order desk')).toBeVisible()
    await expect(inspector.heading).toHaveText('Order desk')
    await page.keyboard.press('Escape')
    expect(await history.all('undo')).toBe(1)
    await expect(board.service('Orders')).toBeVisible()
  })

  const [save, publish, reply] = ['Save order as new', 'Publish OrderCreated', 'Reply 201'] as const
  await test.step('an action more', async () => {
    await inspector.expectActions(save, publish, reply)
    await inspector.addAction('wait')
    await inspector.expectActions(save, publish, reply, /^Wait \d+ ms$/)
    await inspector.field('option.wait').fill('25')
    await inspector.expectActions(save, publish, reply, 'Wait 25 ms')
  })

  await test.step('in another order, by keys and by the mouse', async () => {
    await inspector.grip('Wait 25 ms').focus()
    await page.keyboard.press('ArrowUp')
    await inspector.expectActions(save, publish, 'Wait 25 ms', reply)
    await expect(inspector.grip('Wait 25 ms')).toBeFocused()
    await inspector.grip(reply).dragTo(inspector.actionRow(save))
    await inspector.expectActions(reply, save, publish, 'Wait 25 ms')
  })

  await test.step('one less', async () => {
    await inspector
      .actionRow(save)
      .getByRole('button', { name: say('inspector:action.remove') })
      .click()
    await inspector.expectActions(reply, publish, 'Wait 25 ms')
  })

  await test.step('options', async () => {
    await inspector.open(publish)
    await inspector.toggle('option.outbox').click()
    await expect(inspector.actionRow(publish)).toContainText(say('inspector:remark.outbox'))
    await inspector.open(reply)
    await inspector.field('option.reply').fill('202')
    await inspector.expectActions('Reply 202', publish, 'Wait 25 ms')
  })

  await test.step('a connection', async () => {
    await board.selectLine('rest', 'Client', 'Orders')
    await page.keyboard.press('Enter')
    const words = page.getByRole('textbox', { name: say('canvas:name.line') })
    await words.fill('PUT /orders')
    await words.press('Enter')
    await expect(inspector.field('line.operation')).toHaveValue('PUT /orders')
    await inspector.field('line.retries').fill('2')
    await page.keyboard.press('Escape')
  })

  await test.step('all of it is undone to the file that was opened', async () => {
    await files.saveAs(FILE)
    const edited = await files.saved(FILE)
    expect(JSON.parse(edited)).toMatchObject({
      services: expect.arrayContaining([
        expect.objectContaining({
          id: 'orders',
          handlers: [
            expect.objectContaining({
              do: [{ reply: 202 }, { publish: 'OrderCreated', outbox: true }, { wait: 25 }],
            }),
          ],
        }),
      ]),
      connections: expect.arrayContaining([
        expect.objectContaining({ id: 'place', operation: 'PUT /orders', retries: 2 }),
      ]),
    })
    // An action added and set, two moves, one removed, two options, the words and the retries of a line.
    expect(await history.all('undo')).toBe(9)
    expect(await files.saved(FILE)).toBe(text)
    expect(await history.all('redo')).toBe(9)
    expect(await files.saved(FILE)).toBe(edited)
  })
})

test('what follows from the lines can be made one’s own, and given back', async ({
  page,
  palette,
  board,
  inspector,
  history,
  say,
}) => {
  await palette.drag('Payment', { x: 300, y: 480 })
  await board.select('Payment')
  await expect(inspector.panel).toContainText(say('inspector:handlers.none'))
  await board.pullLine('Orders', 'bottom', await board.middleOf('Payment'))
  await expect(board.line('rest', 'Orders', 'Payment')).toBeVisible()
  await page.keyboard.press('Escape')
  await board.select('Payment')
  await expect(inspector.panel).toContainText(say('inspector:handlers.inferred'))
  await expect(inspector.button('action.add')).toHaveCount(0)
  const inferred = await inspector.actions()
  expect(inferred).not.toEqual([])
  await inspector.button('handlers.own').click()
  await inspector.expectActions(...inferred)
  await inspector.addAction('effect')
  await expect(inspector.button('handlers.own')).toHaveCount(0)
  await inspector.button('handlers.infer').click()
  await inspector.expectActions(...inferred)
  await expect(inspector.panel).toContainText(say('inspector:handlers.inferred'))
  await history.undo()
  expect(await inspector.actions()).toHaveLength(inferred.length + 1)
})

test('while it runs the drawing is locked, and says so', async ({
  page,
  board,
  palette,
  inspector,
  run,
  history,
  say,
}) => {
  await expect(board.locked).toHaveCount(0)
  await run.start()
  await expect(board.locked).toBeVisible()
  await expect(palette.item('Orders')).toBeDisabled()
  const before = await board.middleOf('Orders')
  await board.drag('Orders', { x: 60, y: 60 })
  await board.service('Orders').click()
  for (const key of [
    'Delete',
    'Backspace',
    'F2',
    'ArrowDown',
    'ControlOrMeta+D',
    'ControlOrMeta+X',
  ]) {
    await page.keyboard.press(key)
  }
  await board.service('Orders').dblclick()
  await page.keyboard.press('ControlOrMeta+V')
  expect(await board.middleOf('Orders')).toEqual(before)
  await expect(board.services).toHaveCount(5)
  await expect(page.getByRole('textbox', { name: say('canvas:name.label') })).toHaveCount(0)
  await expect(inspector.panel.getByRole('textbox')).toHaveCount(0)
  await history.expectNothing('undo')
  await board.locked.getByRole('button', { name: say('canvas:locked.edit') }).click()
  await expect(board.locked).toHaveCount(0)
  await board.select('Orders')
  await expect(inspector.field('name')).toHaveValue('Orders')
})

test('moving a box never disturbs a run; changing what it means does, and says so', async ({
  page,
  board,
  inspector,
  run,
  history,
  say,
}) => {
  /** The list draws only what is in sight and a little more: how much more depends on its scroll. */
  const told = async () => (await run.steps.getByRole('listitem').allTextContents()).slice(0, 12)
  const stale = page.getByText(say('run:stale.words'))
  await run.start()
  for (let step = 1; step <= 7; step += 1) {
    await page.keyboard.press('ArrowRight')
    await run.expectAt(step)
  }
  const before = await told()
  expect(before).toHaveLength(12)
  const sentence = await run.slider.getAttribute('aria-valuetext')
  const length = await run.slider.getAttribute('aria-valuemax')
  await run.edit()
  const from = await board.middleOf('Orders')
  await board.drag('Orders', { x: 40, y: 80 })
  await expect.poll(() => board.middleOf('Orders')).not.toEqual(from)
  await run.expectAt(7)
  await run.start()
  await run.expectAt(7)
  await expect(run.slider).toHaveAttribute('aria-valuetext', sentence ?? '')
  await expect(run.slider).toHaveAttribute('aria-valuemax', length ?? '')
  await expect.poll(told).toEqual(before)

  await run.edit()
  await board.select('Card charge')
  await inspector.open('Do charge')
  await inspector.toggle('option.once').click()
  await expect(stale).toBeVisible()
  await history.undo()
  await expect(stale).toHaveCount(0)
  await run.expectAt(7)
})
