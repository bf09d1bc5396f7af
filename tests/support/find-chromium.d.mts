/** Types of find-chromium.mjs, which stays plain JavaScript: the installer runs before any build. */
export function findChromium(
  playwrightsOwn: string,
  exists: (path: string) => boolean,
): string | undefined
export function chromiumArguments(): string[]
