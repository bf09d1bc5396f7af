/** What the page and its grading worker say to each other. Plain values: they are copied on the way. */
import type { Answer } from '../../shared/drills/answer'
import type { Drill } from '../../shared/drills/drill'
import type { GradeProgress } from '../../shared/drills/grade'
import type { Grade } from '../../shared/drills/result'

export interface GradeJob {
  readonly drill: Drill
  readonly answer: Answer
}

export type GradeNews =
  | { readonly news: 'progress'; readonly progress: GradeProgress }
  | { readonly news: 'graded'; readonly grade: Grade }
