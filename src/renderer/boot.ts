/**
 * The page's first lines, and as few as can be: the host is asked for what the page begins with while the code
 * that will show it is still being fetched and read.
 */
import { askFirst } from './state/first-calls'
import { askServer, webSession } from './state/web-session'

const bridge = window.dryrun
if (bridge) askFirst((name) => bridge.call(name, {}))
else askFirst(async (name) => askServer(name, {}, await webSession()))

void import('./main')
