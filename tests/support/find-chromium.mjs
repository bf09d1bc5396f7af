/** Where a Chromium may be, in the order preferred. Plain JavaScript: the installer runs before any build. */

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 */
export function findChromium(playwrightsOwn, exists) {
  const named = process.env.CHROMIUM
  const candidates = [...(named ? [named] : []), playwrightsOwn, ...SYSTEM]
  return candidates.find((path) => path && exists(path))
}

/**
 * Features that a test is better without. Of several such switches the last one counts, so the first three lines
 * repeat what Playwright turns off; the others are the browser's own surface and spare processes, which took a
 * third of a window's processor time and show nothing to anybody here.
 */
const FEATURES_OFF = [
  'AvoidCorsURLLoaderRestartOnRedirect AvoidUnnecessaryBeforeUnloadCheckSync DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable HttpsUpgrades PaintHolding ThirdPartyStoragePartitioning',
  'AimEnabled LensOverlay MediaRouter NetworkTimeServiceQuerying OptimizationHints PreconnectToSearch',
  'DialMediaRouteProvider GlobalMediaControls InitialWebUI PreloadTopChromeWebUI SpareRendererForSitePerProcess',
  'TopChromeWebUIPreload Translate WebUIOmniboxAimPopup WebUIOmniboxPopup WebUIReloadButton WebUIToolbar',
]

/** Chromium's sandbox refuses to run as root; the rest keeps it from looking for the network. */
export function chromiumArguments() {
  const asRoot = typeof process.getuid === 'function' && process.getuid() === 0
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--force-color-profile=srgb',
    `--disable-features=${FEATURES_OFF.join(' ').replaceAll(' ', ',')}`,
  ]
}
