/** What stands over the board and takes no part in it: controls, hints, editors, pickers and menus. */
import { memo } from 'react'
import { useBoard } from '../../state/board'
import { BoardMenu } from '../menus/board-menu'
import { AppendPicker } from './append-picker'
import { EmptyBoard } from './empty-board'
import { Ghost } from './ghost'
import { LineHandles } from './line-handles'
import { LiveRegion } from './live-region'
import { LockHint } from './lock-hint'
import { Marquee } from './marquee'
import { Minimap } from './minimap'
import { NameEditor } from './name-editor'
import { ProtocolPicker } from './protocol-picker'
import { ResizeGrips } from './resize-grips'
import { SnapGuides } from './snap-guides'
import { TidyNotice } from './tidy-notice'
import { ZoomControl } from './zoom-control'
import './chrome.css'

export const BoardChrome = memo(function BoardChrome() {
  const isEditing = useBoard((board) => board.mode === 'edit')
  return (
    <>
      <Marquee />
      {isEditing ? (
        <>
          <EmptyBoard />
          <SnapGuides />
          <LineHandles />
          <ResizeGrips />
          <Ghost />
          <NameEditor />
          <AppendPicker />
          <ProtocolPicker />
          <TidyNotice />
        </>
      ) : (
        <LockHint />
      )}
      <ZoomControl />
      <Minimap />
      <BoardMenu />
      <LiveRegion />
    </>
  )
})
