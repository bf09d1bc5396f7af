/** A question over the page: title, body, answers. Escape is always the answer that changes nothing. */
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import './dialog.css'

/** What the Tab key stops at: of radio buttons and the like only the one that is on. */
const STOPS = ['input', 'textarea', 'select', 'button', 'a[href]', '[tabindex="0"]']
  .map(
    (one) =>
      `${one}:not([disabled], [aria-disabled="true"], [tabindex="-1"], [aria-hidden="true"])`,
  )
  .join(', ')

export function Dialog({
  title,
  about,
  size = 'small',
  closeLabel,
  onClose,
  actions,
  children,
}: {
  readonly title: string
  readonly about?: string | undefined
  readonly size?: 'small' | 'medium' | 'large'
  readonly closeLabel: string
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly children?: ReactNode
}) {
  const body = useRef<HTMLDivElement>(null)
  // Not the body itself, which Tab stops at only to scroll it.
  const first = () => body.current?.querySelector<HTMLElement>(STOPS) ?? true
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="dialog-veil" />
        <Base.Viewport className="dialog-place">
          <Base.Popup className={`dialog dialog-${size}`} initialFocus={first}>
            <header className="dialog-head">
              <Base.Title className="dialog-title">{title}</Base.Title>
            </header>
            {about && <Base.Description className="dialog-about">{about}</Base.Description>}
            {children && (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list of words must scroll by the keyboard.
              <div className="dialog-body" tabIndex={0} ref={body}>
                {children}
              </div>
            )}
            {actions && <footer className="dialog-actions">{actions}</footer>}
            {/* Last in the order of the Tab key: a dialog begins with what it asks. */}
            <Base.Close
              className="button button-quiet button-icon dialog-close"
              aria-label={closeLabel}
            >
              <X size={16} />
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
