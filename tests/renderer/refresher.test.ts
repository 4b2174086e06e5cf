import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRefresher, REST } from '../../renderer/state/refresher.ts'

/** A ledger that answers after a while, and how often it was asked. */
function openWindow() {
  const state = { ledger: 1, known: 1, asked: 0 }
  const ask = async () => {
    state.asked += 1
    await new Promise((resolve) => setTimeout(resolve, 200))
    state.known = state.ledger
  }
  const refresher = createRefresher(ask, () => state.known)
  const write = (by: 'window' | 'other') => {
    state.ledger += 1
    refresher.changed(state.ledger)
    return by === 'window' ? refresher.refresh() : Promise.resolve()
  }
  return { state, write, refresher }
}

describe('the open questions are asked again', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('once for a command of the window, though its change is told as well', async () => {
    const { state, write } = openWindow()
    void write('window')
    await vi.advanceTimersByTimeAsync(1000)
    expect(state).toEqual({ ledger: 2, known: 2, asked: 1 })
  })

  it('once for what another process wrote, however many changes came in a row', async () => {
    const { state, write } = openWindow()
    for (let times = 0; times < 20; times++) void write('other')
    await vi.advanceTimersByTimeAsync(1000)
    expect(state).toEqual({ ledger: 21, known: 21, asked: 1 })
  })

  it('once more for what came while they were being asked, and never side by side', async () => {
    const { state, write } = openWindow()
    void write('other')
    await vi.advanceTimersByTimeAsync(REST + 10)
    const during = state.asked
    for (let times = 0; times < 5; times++) void write('other')
    await vi.advanceTimersByTimeAsync(REST + 10)
    expect([during, state.asked]).toEqual([1, 1])
    await vi.advanceTimersByTimeAsync(1000)
    expect(state.known).toBe(state.ledger)
    expect(state.asked).toBeLessThanOrEqual(2)
  })

  it('when it is not known what changed while nobody listened', async () => {
    const { state, refresher } = openWindow()
    refresher.changed(null)
    await vi.advanceTimersByTimeAsync(1000)
    expect(state.asked).toBe(1)
  })
})
