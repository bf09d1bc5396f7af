import { describe, expect, it } from 'vitest'
import { type WheelTurn, wheelDevice, wheelMeaning } from '../../../src/renderer/canvas/view/wheel'

const turn = (changes: Partial<WheelTurn>): WheelTurn => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  timeStamp: 0,
  ...changes,
})

describe('the wheel', () => {
  it('of a mouse turns in large vertical notches, or in lines', () => {
    expect(wheelDevice(turn({ deltaY: 120 }), undefined)).toBe('mouse')
    expect(wheelDevice(turn({ deltaY: -100 }), undefined)).toBe('mouse')
    expect(wheelDevice(turn({ deltaY: 3, deltaMode: 1 }), undefined)).toBe('mouse')
  })

  it('of a trackpad moves by little, or both ways at once', () => {
    expect(wheelDevice(turn({ deltaY: 4 }), undefined)).toBe('trackpad')
    expect(wheelDevice(turn({ deltaX: 30, deltaY: 90 }), undefined)).toBe('trackpad')
  })

  it('stays the same device while the fingers keep moving fast', () => {
    const memory = { device: 'trackpad', timeStamp: 1000 } as const
    expect(wheelDevice(turn({ deltaY: 160, timeStamp: 1100 }), memory)).toBe('trackpad')
    expect(wheelDevice(turn({ deltaY: 160, timeStamp: 2000 }), memory)).toBe('mouse')
  })

  it('zooms with a mouse and pans with a trackpad', () => {
    expect(wheelMeaning(turn({ deltaY: -100 }), 'mouse').act).toBe('zoom')
    expect(wheelMeaning(turn({ deltaY: 12, deltaX: 5 }), 'trackpad')).toEqual({
      act: 'pan',
      dx: 5,
      dy: 12,
    })
  })

  it('zooms with Ctrl and pans sideways with Shift, whatever the device', () => {
    for (const device of ['mouse', 'trackpad'] as const) {
      expect(wheelMeaning(turn({ deltaY: 6, ctrlKey: true }), device).act).toBe('zoom')
      expect(wheelMeaning(turn({ deltaY: 100, shiftKey: true }), device)).toEqual({
        act: 'pan',
        dx: 100,
        dy: 0,
      })
    }
  })

  it('zooms in when turned away and never leaps', () => {
    const away = wheelMeaning(turn({ deltaY: -100 }), 'mouse')
    expect(away.act === 'zoom' && away.factor).toBeGreaterThan(1)
    const spun = wheelMeaning(turn({ deltaY: 9000 }), 'mouse')
    expect(spun.act === 'zoom' && spun.factor).toBeGreaterThan(0.8)
  })
})
