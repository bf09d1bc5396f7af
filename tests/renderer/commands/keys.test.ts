import { expect, test } from 'vitest'
import { type KeyPress, matchesKeys, shownKeys } from '../../../src/renderer/commands/keys'

function press(key: string, code: string, held = ''): KeyPress {
  return {
    key,
    code,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
  }
}

test('Mod is Ctrl, and Cmd on a Mac', () => {
  expect(matchesKeys('Mod+Z', press('z', 'KeyZ', 'ctrl'), false)).toBe(true)
  expect(matchesKeys('Mod+Z', press('z', 'KeyZ', 'meta'), true)).toBe(true)
  expect(matchesKeys('Mod+Z', press('z', 'KeyZ', 'ctrl'), true)).toBe(false)
})

test('other modifiers held make it another key press', () => {
  expect(matchesKeys('Mod+Z', press('Z', 'KeyZ', 'ctrl shift'), false)).toBe(false)
  expect(matchesKeys('Mod+Shift+Z', press('Z', 'KeyZ', 'ctrl shift'), false)).toBe(true)
  expect(matchesKeys('E', press('e', 'KeyE', 'ctrl'), false)).toBe(false)
})

test('a letter is what is typed on a Latin layout and where it is on a Cyrillic one', () => {
  expect(matchesKeys('Mod+Z', press('z', 'KeyW', 'ctrl'), false)).toBe(true)
  expect(matchesKeys('Mod+Z', press('w', 'KeyZ', 'ctrl'), false)).toBe(false)
  expect(matchesKeys('Mod+Z', press('я', 'KeyZ', 'ctrl'), false)).toBe(true)
  expect(matchesKeys('V', press('м', 'KeyV'), false)).toBe(true)
})

test('Shift and a digit is found on every layout', () => {
  expect(matchesKeys('Shift+1', press('!', 'Digit1', 'shift'), false)).toBe(true)
  expect(matchesKeys('Shift+1', press('1', 'Digit1', 'shift'), false)).toBe(true)
  expect(matchesKeys('Shift+1', press('&', 'Digit1'), false)).toBe(false)
})

test('a sign counts as it is typed, with Shift or without', () => {
  expect(matchesKeys('?', press('?', 'Slash', 'shift'), false)).toBe(true)
  expect(matchesKeys('?', press('?', 'KeyM'), false)).toBe(true)
  expect(matchesKeys('Mod++', press('+', 'Equal', 'ctrl shift'), false)).toBe(true)
  expect(matchesKeys('Mod+-', press('-', 'Minus', 'ctrl'), false)).toBe(true)
})

test('a sign with Shift is found although Shift makes it another', () => {
  expect(matchesKeys('Mod+Shift+]', press('}', 'BracketRight', 'ctrl shift'), false)).toBe(true)
  expect(matchesKeys('Mod+Shift+[', press('{', 'BracketLeft', 'ctrl shift'), false)).toBe(true)
  expect(matchesKeys('Mod+Shift+]', press('{', 'BracketLeft', 'ctrl shift'), false)).toBe(false)
  expect(matchesKeys('Mod+Shift+]', press(']', 'BracketRight', 'ctrl'), false)).toBe(true)
})

test('named keys are matched by name', () => {
  expect(matchesKeys('Space', press(' ', 'Space'), false)).toBe(true)
  expect(matchesKeys('ArrowLeft', press('ArrowLeft', 'ArrowLeft'), false)).toBe(true)
  expect(matchesKeys('ArrowLeft', press('ArrowLeft', 'ArrowLeft', 'shift'), false)).toBe(false)
})

test('keys are shown as they are printed', () => {
  expect(shownKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z')
  expect(shownKeys('Mod+Shift+Z', true)).toBe('⌘+⇧+Z')
  expect(shownKeys('Mod++', false)).toBe('Ctrl++')
  expect(shownKeys('Shift+ArrowLeft', false)).toBe('Shift+←')
})
