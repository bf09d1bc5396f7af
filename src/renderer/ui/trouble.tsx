/** Why there is no answer, and where one can do something about it. */
import type { ReactNode } from 'react'
import './trouble.css'

export function Trouble({ children }: { readonly children: ReactNode }) {
  return <p className="trouble">{children}</p>
}
