/**
 * The one script that stands between page and desktop. It passes three functions and nothing of Electron's:
 * what they carry is checked on the other side.
 */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import {
  CALL_CHANNEL,
  type DesktopBridge,
  DROP_CHANNEL,
  EVENT_CHANNEL,
} from '../shared/host/desktop-wire'

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
  openDropped: async (file) => {
    if (!(file instanceof File)) return false
    // Only a file that the user handed to the page has a path: none can be named.
    const path = webUtils.getPathForFile(file)
    return path !== '' && (await ipcRenderer.invoke(DROP_CHANNEL, path)) === true
  },
}

contextBridge.exposeInMainWorld('dryrun', bridge)
