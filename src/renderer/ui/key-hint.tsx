/** Keys as they are printed on a keyboard: `Ctrl+Shift+E`. */
import './key-hint.css'

export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="key-hint" aria-hidden="true">
      {keys.split(/\+(?=.)/).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
