/** Says aloud what only the eye would notice. */
import { memo } from 'react'
import { useAnnouncement } from './announcements'

export const LiveRegion = memo(function LiveRegion() {
  const words = useAnnouncement((announcement) => announcement.words)
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {words}
    </div>
  )
})
