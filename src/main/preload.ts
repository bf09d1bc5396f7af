/**
 * The one script that stands between page and desktop. It passes two functions and nothing of Electron's:
 * what they carry is checked on the other side.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { CALL_CHANNEL, type DesktopBridge, EVENT_CHANNEL } from '../shared/host/desktop-wire'

const bridge: DesktopBridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  onEvent: (listener) => {
    // The event object would hand the page the sender, so only the content goes on.
    const receive = (_: IpcRendererEvent, event: unknown) => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, receive)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, receive)
    }
  },
}

contextBridge.exposeInMainWorld('dryrun', bridge)
