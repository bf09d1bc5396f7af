/**
 * Runs in every measured page before the page's own scripts: the one ruler for Dryrun and its peers. Reads the
 * page's frames from outside; none of the programs knows of it. Times are milliseconds.
 */
;(() => {
  /** A longer gap between two frames is work: one and a half frames at 60 Hz. */
  const BUSY_MS = 25
  const CALM_FRAMES = 20
  const LIMIT_MS = 120_000

  /** Runs as a task of its own after whatever is under way. */
  const afterTask = (then) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      then()
    }
    port2.postMessage(null)
  }

  /** From `from` to the end of the last busy frame before the page is calm; one frame if none was busy. */
  const calmAfter = (from) =>
    new Promise((resolve, reject) => {
      let last = from
      let done = 0
      let calm = 0
      const frame = () => {
        const now = performance.now()
        const isBusy = now - last > BUSY_MS
        calm = isBusy ? 0 : calm + 1
        if (isBusy) done = now
        last = now
        if (calm >= CALM_FRAMES) resolve(done - from)
        else if (now - from > LIMIT_MS) reject(new Error('the page never came to rest'))
        else requestAnimationFrame(frame)
      }
      requestAnimationFrame(() => {
        afterTask(() => {
          if (done === 0) done = performance.now()
        })
        frame()
      })
    })

  const isModifier = (press) => ['Control', 'Shift', 'Alt', 'Meta'].includes(press.key)

  /** What the next key press costs; `measured` is a promise for it. */
  let measured = null
  const armKey = (measure) => {
    measured = new Promise((resolve, reject) => {
      const pressed = (press) => {
        if (isModifier(press)) return
        removeEventListener('keydown', pressed, true)
        measure(performance.now()).then(resolve, reject)
      }
      addEventListener('keydown', pressed, true)
    })
  }

  /** `commitMs`: until the page's own listeners have done their work; `paintMs`: until it is drawn. */
  const stepCost = (from) =>
    new Promise((resolve) => {
      let commitMs
      // Added after the page's, so called after them and after what they left to microtasks.
      const last = () => {
        commitMs = performance.now() - from
      }
      addEventListener('keydown', last, { once: true })
      requestAnimationFrame(() =>
        afterTask(() => {
          const paintMs = performance.now() - from
          removeEventListener('keydown', last)
          resolve({ commitMs: commitMs ?? paintMs, paintMs })
        }),
      )
    })

  /** When the test first holds and the frame that shows it is drawn, counted from the page's navigation. */
  const shownWhen = (test) =>
    new Promise((resolve) => {
      const frame = () => {
        if (test()) afterTask(() => resolve(performance.now()))
        else requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    })

  let gaps = []
  let stopRecording = null
  const record = () => {
    gaps = []
    let last = 0
    const frame = (at) => {
      if (last !== 0) gaps.push(at - last)
      last = at
      if (stopRecording) stopRecording(gaps)
      else requestAnimationFrame(frame)
    }
    stopRecording = null
    requestAnimationFrame(frame)
  }
  /** A page too busy to draw owes a frame still: its gap counts. */
  const recorded = () =>
    new Promise((resolve) => {
      stopRecording = resolve
    })

  window.benchProbe = {
    armCalm: () => armKey(calmAfter),
    armStep: () => armKey(stepCost),
    measured: () => measured,
    /** Does it now and measures until the page is calm. */
    calm: (act) => {
      const from = performance.now()
      act()
      return calmAfter(from)
    },
    shownWhen,
    record,
    /** A promise of the gaps between frames since `record`. */
    recorded,
  }
})()
