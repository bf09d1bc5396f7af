/**
 * The drill that is being done: its question, the answer so far, time, hints, result. The board of the answer
 * is the document on the screen; everything is kept by the host as it changes, and gone on with later.
 */
import { create } from 'zustand'
import type { GivenAnswer, MARKS } from '../../shared/drills/answer'
import { type Drill, isDrawn } from '../../shared/drills/drill'
import type { GradeProgress } from '../../shared/drills/grade'
import type { Grade } from '../../shared/drills/result'
import { newSession, type Session } from '../../shared/drills/session'
import { newScenario } from '../../shared/scenario/create'
import type { Scenario } from '../../shared/scenario/scenario'
import { useBoard } from './board'
import { useDocument } from './document'
import { type DrillClock, elapsedMs, going, paused } from './drill-clock'
import type { GradeJob, GradeNews } from './drill-job'
import GradeWorker from './drill-worker?worker'
import { useSelection } from './selection'
import { whenSafe } from './show-document'
import { wishViewport } from './viewport'

export type DrillTab = 'question' | 'result' | 'model' | 'interviewer'
export type Mark = (typeof MARKS)[number]

interface DrillState {
  readonly drill: Drill | null
  readonly session: Session
  readonly clock: DrillClock
  readonly tab: DrillTab
  readonly status: 'idle' | 'checking' | 'failed'
  readonly progress: GradeProgress | null
  readonly grade: Grade | null
  /** The answer that was graded: another one may be on the board by now. */
  readonly graded: Scenario | null
  /** The draft that is the answer's board; null while there is none, or it is being opened. */
  readonly document: string | null
  /** `isSafe`: it was asked already what becomes of the board that is there. */
  begin(drill: Drill, session: Session | undefined, isSafe?: boolean): void
  /** It waits on the start page, as it was last kept. */
  leave(): void
  setTab(tab: DrillTab): void
  pause(): void
  resume(): void
  extend(minutes: number): void
  takeHint(): void
  answer(check: string, given: GivenAnswer): void
  setNotes(notes: string): void
  setMark(check: string, mark: Mark | undefined): void
  reveal(): void
  check(): void
  /** From the beginning; only the best score stays. */
  restart(): void
}

const NOTHING = {
  drill: null,
  session: newSession(''),
  clock: { beforeMs: 0, startedMs: null },
  tab: 'question',
  status: 'idle',
  progress: null,
  grade: null,
  graded: null,
  document: null,
} as const

let worker: Worker | null = null

function stopGrading(): void {
  worker?.terminate()
  worker = null
}

export const useDrill = create<DrillState>()((set, get) => {
  const change = (part: Partial<Session>) => set({ session: { ...get().session, ...part } })
  const show = (drill: Drill, session: Session) => {
    stopGrading()
    const isOver = session.state === 'done'
    set({
      ...NOTHING,
      drill,
      session,
      clock: { beforeMs: session.elapsedMs, startedMs: null },
    })
    if (!isOver) get().resume()
    if (isDrawn(drill)) {
      showBoard(session.board ?? drill.start ?? emptyBoard(drill))
      set({ document: useDocument.getState().draft })
    } else useBoard.getState().show('drill')
  }
  return {
    ...NOTHING,
    begin: (drill, session, isSafe = false) => {
      const showIt = () => show(drill, session ?? newSession(drill.id))
      if (isSafe) showIt()
      else whenSafe(showIt)
    },
    leave: () => {
      stopGrading()
      set(NOTHING)
    },
    setTab: (tab) => set({ tab }),
    pause: () => set({ clock: paused(get().clock) }),
    resume: () => set({ clock: going(get().clock) }),
    extend: (minutes) => change({ extraMinutes: get().session.extraMinutes + minutes }),
    takeHint: () => {
      const { drill, session } = get()
      const hints = Math.min(session.hints + 1, drill?.hints?.length ?? 0)
      change({ hints })
    },
    answer: (check, given) => change({ answers: { ...get().session.answers, [check]: given } }),
    setNotes: (notes) => change({ notes }),
    setMark: (check, mark) => {
      const { [check]: _before, ...others } = get().session.marks
      change({ marks: mark === undefined ? others : { ...others, [check]: mark } })
    },
    reveal: () => {
      set({ clock: paused(get().clock), tab: 'model' })
      change({ revealed: true })
    },
    check: () => {
      const { drill, session } = get()
      if (drill === null) return
      stopGrading()
      const board = isDrawn(drill) ? answerBoard() : undefined
      set({ status: 'checking', progress: null, tab: 'result' })
      const started = new GradeWorker()
      worker = started
      started.onmessage = ({ data }: MessageEvent<GradeNews>) => {
        if (worker !== started) return
        if (data.news === 'progress') {
          set({ progress: data.progress })
          return
        }
        stopGrading()
        const { checked, best = 0 } = get().session
        const { grade } = data
        const isDone = grade.passed
        set({ status: 'idle', progress: null, grade, graded: board ?? null })
        if (isDone) set({ clock: paused(get().clock) })
        change({
          checked: checked + 1,
          best: Math.max(best, get().session.revealed ? 0 : grade.score),
          state: isDone ? 'done' : 'open',
        })
      }
      started.onerror = () => {
        if (worker !== started) return
        stopGrading()
        set({ status: 'failed', progress: null })
      }
      const { answers, hints } = session
      const job: GradeJob = { drill, answer: { answers, hints, ...(board && { board }) } }
      started.postMessage(job)
    },
    restart: () => {
      const { drill, session } = get()
      if (drill === null) return
      const { best, checked } = session
      const fresh = { ...newSession(drill.id), checked, ...(best !== undefined && { best }) }
      set({ document: null })
      show(drill, fresh)
    },
  }
})

/** The document while it is not a run that is only watched. */
let answerBoard = (): Scenario => useDocument.getState().scenario

/** Who shows something else on the board for a while says where the answer is meanwhile. */
export function setAnswerBoard(read: () => Scenario): void {
  answerBoard = read
}

export function currentAnswer(): Scenario {
  return answerBoard()
}

function emptyBoard({ title }: Drill): Scenario {
  return { ...newScenario(), title }
}

function showBoard(scenario: Scenario): void {
  useSelection.getState().clear()
  useDocument.getState().open(scenario, { readOnly: false })
  useBoard.getState().show('board')
  useBoard.getState().setMode('edit')
  requestAnimationFrame(() => wishViewport({ wish: 'fitAll' }))
}

/** The session as it is to be kept now. */
export function sessionNow(): Session | null {
  const { drill, session, clock } = useDrill.getState()
  if (drill === null) return null
  const board = isDrawn(drill) ? { board: currentAnswer() } : {}
  return { ...session, ...board, elapsedMs: Math.round(elapsedMs(clock)) }
}
