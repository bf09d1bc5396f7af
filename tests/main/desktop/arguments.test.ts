import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { filesNamed } from '../../../src/main/desktop/arguments'

const WORKING = resolve('/work')

test('scenario files of a command line are found among what else is there', () => {
  const argv = ['--inspect=0', 'out/main/desktop.js', 'orders.dryrun.json', '--', 'a/b.png']
  expect(filesNamed(argv, WORKING)).toEqual([
    resolve('/work/orders.dryrun.json'),
    resolve('/work/a/b.png'),
  ])
})

test('switches, other files and hostile arguments open nothing', () => {
  const argv = ['-x.json', '--file=x.json', 'https://evil.test/', 'dryrun://x', 'a.json\0.exe', '.']
  expect(filesNamed(argv, WORKING)).toEqual([])
})

test('no more than ten are opened at once', () => {
  const argv = Array.from({ length: 50 }, (_, at) => `${at}.json`)
  expect(filesNamed(argv, WORKING)).toHaveLength(10)
})
