/**
 * The run: its bar, and under it the steps, the sequence, the state, the packets, the promises and the review; side by side
 * if there is room.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BottomTab, useBoard } from '../state/board'
import { RunMenu } from '../timeline/run-menu'
import { TimelineBar } from '../timeline/timeline-bar'
import { part } from '../ui/part'
import { Tabs } from '../ui/tabs'
import { useWidth } from './use-width'
import './bottom-panel.css'

const StepList = part(() => import('../timeline/step-list').then((view) => view.StepList))
const SequenceView = part(() =>
  import('../sequence/sequence-view').then((view) => view.SequenceView),
)
const PromisesView = part(() =>
  import('../timeline/promises-view').then((view) => view.PromisesView),
)
const ReviewCount = part(() => import('../review/review-count').then((count) => count.ReviewCount))
const StateView = part(() => import('../timeline/state-view').then((view) => view.StateView))
const WireView = part(() => import('../wire/wire-view').then((view) => view.WireView))
const ReviewView = part(() => import('../review/review-view').then((view) => view.ReviewView))

/** CSS pixels from which three columns are readable. */
const COLUMNS_FROM = 1_080

/** `views` false: only the bar, as yet. */
export function BottomPanel({ views }: { readonly views: boolean }) {
  const [place, width] = useWidth()
  return (
    <div className="bottom-panel" ref={place}>
      <TimelineBar />
      <div className="bottom-views">
        {views && (width >= COLUMNS_FROM ? <Columns /> : <OneColumn />)}
      </div>
      <RunMenu />
    </div>
  )
}

const CONTENT: Readonly<Record<BottomTab, () => React.ReactNode>> = {
  steps: () => <StepList />,
  sequence: () => <SequenceView />,
  state: () => <StateView />,
  wire: () => <WireView />,
  promises: () => <PromisesView />,
  review: () => <ReviewView />,
}

const BADGES: Readonly<Partial<Record<BottomTab, () => React.ReactNode>>> = {
  review: () => <ReviewCount />,
}

function View({ tabs }: { readonly tabs: readonly BottomTab[] }) {
  const { t } = useTranslation('app')
  const wanted = useBoard((board) => board.bottomTab)
  const setBottomTab = useBoard((board) => board.setBottomTab)
  const [kept, keep] = useState(tabs[0] ?? 'steps')
  const shown = tabs.find((tab) => tab === wanted) ?? kept
  // Another column's tab is wanted next, and this column stays as it was.
  if (shown !== kept) keep(shown)
  return (
    <Tabs
      label={t('views')}
      value={shown}
      onChange={setBottomTab}
      tabs={tabs.map((tab) => ({
        value: tab,
        label: t(`view.${tab}`),
        badge: BADGES[tab]?.(),
        content: CONTENT[tab](),
      }))}
    />
  )
}

function OneColumn() {
  return <View tabs={['steps', 'sequence', 'state', 'wire', 'promises', 'review']} />
}

function Columns() {
  return (
    <>
      <View tabs={['steps', 'state', 'wire']} />
      <View tabs={['sequence']} />
      <View tabs={['promises', 'review']} />
    </>
  )
}
