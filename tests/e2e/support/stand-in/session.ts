/** `session.defaultSession`: keeps the application's handlers and asks them as Electron would. */
import type { Session, WebRequest } from 'electron'

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0]
type BeforeRequest = NonNullable<Parameters<WebRequest['onBeforeRequest']>[0]>
type Details = Parameters<Extract<BeforeRequest, (...given: never) => unknown>>[0]

type Implemented = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>

export class StandInSession implements Implemented {
  /** Read by specs: what the application has set. */
  permissionRequestHandler: RequestHandler = null
  permissionCheckHandler: CheckHandler = null
  devicePermissionHandler: DeviceHandler = null
  private beforeRequest: ((details: Details, answer: (a: Answer) => void) => void) | undefined

  readonly webRequest = {
    onBeforeRequest: (handler: (details: Details, answer: (a: Answer) => void) => void): void => {
      this.beforeRequest = handler
    },
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.permissionRequestHandler = handler
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.permissionCheckHandler = handler
  }

  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.devicePermissionHandler = handler
  }

  /** Whether the application lets a request go out. */
  async isCancelled(url: string): Promise<boolean> {
    const ask = this.beforeRequest
    if (!ask) return false
    const { cancel } = await new Promise<Answer>((answer) => ask({ url } as Details, answer))
    return cancel === true
  }
}

interface Answer {
  readonly cancel?: boolean
}
