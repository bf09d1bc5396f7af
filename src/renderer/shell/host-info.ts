/** What the host is: asked once. */
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../shared/host/contract'
import { getHost } from '../state/host'

export type HostInfo = CallOutput<'hostInfo'>

let known: HostInfo | null = null

export function useHostInfo(): HostInfo | null {
  const [info, setInfo] = useState(known)
  useEffect(() => {
    if (known) return
    void getHost()
      .call('hostInfo', {})
      .then((answer) => {
        known = answer
        setInfo(answer)
      })
  }, [])
  return info
}
