/** The search for failures: what it finds is watched, and one that takes long is seen to go on and can be stopped. */
import { template } from './pages/template'
import { expect, test } from './pages/test'

test('the double charge of three services is found, and its run is watched', async ({
  start,
  failures,
  run,
  say,
}) => {
  const { title, nameOf } = await template('three-services', 'en')
  const promise = nameOf('charge-once')
  await start.openTemplate(title)
  await failures.find()
  await expect(failures.dialog).toContainText(say('explore:verdict.violated', { count: 2 }))
  await expect(failures.promise(promise)).toContainText('o1: ')
  await failures.watch(promise)
  await expect(run.branches(2)).toBeVisible()
  await run.tab('promises').click()
  await expect(run.promise(promise)).toBeVisible()
})

test('two faults of three services made reliable break nothing; more is searched until it is stopped', async ({
  start,
  failures,
  say,
}) => {
  const { title } = await template('three-services-reliable', 'en')
  await start.openTemplate(title)
  await failures.find()
  await expect(failures.dialog).toContainText(say('explore:verdict.holds'))
  for (const what of ['keys', 'keys', 'fault.crash', 'fault.duplicate'] as const)
    await failures.more(what)
  await failures.button('again').click()
  let seen = 0
  for (let times = 0; times < 3; times += 1) {
    await expect.poll(() => failures.states()).toBeGreaterThan(seen)
    seen = await failures.states()
  }
  await failures.button('cancel').click()
  await expect(failures.progress).toBeHidden()
  await expect(failures.button('find')).toBeEnabled()
})
