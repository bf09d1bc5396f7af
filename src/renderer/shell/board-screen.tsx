/** The working screen: palette, board and inspector above the run. The user sets the sizes; they are kept. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { Board } from '../canvas/board'
import { useBoard } from '../state/board'
import { useDrill } from '../state/drill'
import { keptStorage } from '../state/kept-storage'
import { part } from '../ui/part'
import { BottomPanel } from './bottom-panel'
import { deliverFile } from './deliver-file'
import { DocumentBanner } from './document-banner'
import { EdgeButton, useCollapse } from './edge-button'
import { PalettePanel } from './palette-panel'
import { useRunOnOpen } from './run-on-open'
import { TopBar } from './top-bar'
import { useAfterPaint } from './use-after-paint'
import './board-screen.css'

// Beside the board: what is drawn can be seen, and its run stepped, before they are there.
const Inspector = part(() => import('../inspector/inspector').then((panel) => panel.Inspector))
const DrillPanel = part(() => import('../drills/drill-panel').then((panel) => panel.DrillPanel))
const WatchBar = part(() => import('../drills/watch-bar').then((bar) => bar.WatchBar))

/** CSS pixels. */
const BAR = 52
/** As narrow as its pictures; beside a question only they are shown. */
const PALETTE = { least: 52, narrow: 196, usual: 196, most: 320 }
const DRILL = { least: 280, narrow: 336, usual: 352, most: 640 }
const INSPECTOR = { least: 240, narrow: 284, usual: 300, most: 560 }
const BOTTOM = { least: 150, low: 150 + BAR, usual: 256, tall: 360 }
/** Of a window that is less wide, or less high, the board gets more than its share. */
const ROOMY = { width: 1_040, height: 640 }
/** Of one so high the run gets more: its sequence and state are what one reads. */
const TALL = 960
/** With a question beside it the board has room for the names of the palette from this on. */
const ROOMY_DRILL = 1_600

const sidePanel = ({ least, narrow, usual, most }: typeof PALETTE, isNarrow: boolean) =>
  ({
    className: 'side-panel',
    collapsible: true,
    collapsedSize: 0,
    minSize: least,
    defaultSize: isNarrow ? narrow : usual,
    maxSize: most,
    groupResizeBehavior: 'preserve-pixel-size',
  }) as const

function heightClass(px: number): 'low' | 'usual' | 'tall' {
  if (px < ROOMY.height) return 'low'
  return px < TALL ? 'usual' : 'tall'
}

export function BoardScreen() {
  const { t } = useTranslation('app')
  const mode = useBoard((board) => board.mode)
  const isDrill = useDrill((state) => state.drill !== null)
  // Widths that are right for one window are not for another: each has its own.
  const [{ isNarrow, height }] = useState(() => ({
    isNarrow: window.innerWidth < ROOMY.width,
    height: heightClass(window.innerHeight),
  }))
  const rows = useDefaultLayout({
    id: height === 'usual' ? 'dryrun.rows' : `dryrun.rows.${height}`,
    storage: keptStorage,
  })
  const columns = useDefaultLayout({
    id: `dryrun.columns${isDrill ? '.drill' : ''}${isNarrow ? '.narrow' : ''}`,
    storage: keptStorage,
  })
  const palette = useCollapse()
  const inspector = useCollapse()
  const beside = useAfterPaint()
  useRunOnOpen()
  return (
    <div className="board-screen" data-mode={mode}>
      <TopBar />
      <DocumentBanner />
      <Group orientation="vertical" className="board-rows" {...rows}>
        <Panel id="work" minSize={200}>
          <Group orientation="horizontal" {...columns}>
            {isDrill && (
              <>
                <Panel id="drill" {...sidePanel(DRILL, isNarrow)}>
                  <DrillPanel deliver={deliverFile} />
                </Panel>
                <Separator className="divider divider-column" aria-label={t('divider.drill')} />
              </>
            )}
            <Panel
              id="palette"
              {...sidePanel(PALETTE, isNarrow)}
              {...(isDrill && window.innerWidth < ROOMY_DRILL
                ? { defaultSize: PALETTE.least }
                : {})}
              {...palette.panel}
            >
              {beside && <PalettePanel />}
            </Panel>
            <Separator className="divider divider-column" aria-label={t('divider.palette')} />
            <Panel id="board" minSize={280}>
              <main className="board-place" aria-label={t('board')}>
                <Board />
                {isDrill && <WatchBar />}
                <EdgeButton side="left" label={t('show.palette')} collapse={palette} />
                <EdgeButton side="right" label={t('show.inspector')} collapse={inspector} />
              </main>
            </Panel>
            <Separator className="divider divider-column" aria-label={t('divider.inspector')} />
            <Panel
              id="inspector"
              {...sidePanel(INSPECTOR, isNarrow)}
              // Beside a question there is no room for it: the button at the edge brings it back.
              {...(isDrill && isNarrow ? { defaultSize: 0 } : {})}
              {...inspector.panel}
            >
              {beside && <Inspector shut={inspector.collapsed} />}
            </Panel>
          </Group>
        </Panel>
        <Separator className="divider divider-row" aria-label={t('divider.run')} />
        <Panel
          id="run"
          collapsible
          collapsedSize={BAR}
          minSize={BOTTOM.least}
          defaultSize={BOTTOM[height]}
          groupResizeBehavior="preserve-pixel-size"
        >
          <BottomPanel views={beside} />
        </Panel>
      </Group>
    </div>
  )
}
