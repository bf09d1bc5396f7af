/** What assistive technology would stumble over: found in the accessibility tree, without a rule engine. */
import type { Page } from '@playwright/test'

/** Roles that say nothing without a name. */
const NAMED = [
  'button',
  'checkbox',
  'combobox',
  'dialog',
  'img',
  'link',
  'menu',
  'menuitem',
  'option',
  'radio',
  'search',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'tablist',
  'tabpanel',
  'textbox',
  'toolbar',
].join('|')

const UNNAMED = new RegExp(`^\\s*- (?:${NAMED})(?: \\[[^\\]]*\\])*(?::.*)?$`)
const INSIDE = /^(\s*)- '?(\w+)/
/** Roles whose content counts as one thing: nothing in them can be reached. */
const WHOLE = new Set(['button', 'img', 'slider', 'switch', 'tab', 'menuitem', 'option'])

/** Every gap as a line that says what and where; none is the aim. */
export async function accessibilityGaps(page: Page): Promise<readonly string[]> {
  const tree = (await page.locator('body').ariaSnapshot()).split('\n')
  return [...unnamed(tree), ...nested(tree), ...(await documentGaps(page))]
}

function unnamed(tree: readonly string[]): readonly string[] {
  return tree.filter((line) => UNNAMED.test(line)).map((line) => `without a name: ${line.trim()}`)
}

/** Something that can be pressed inside something that is one thing. */
function nested(tree: readonly string[]): readonly string[] {
  const gaps: string[] = []
  let whole: { readonly depth: number; readonly line: string } | undefined
  for (const line of tree) {
    const [, indent, role] = INSIDE.exec(line) ?? []
    if (indent === undefined || role === undefined) continue
    if (whole && indent.length <= whole.depth) whole = undefined
    if (whole && role !== 'img' && role !== 'text') {
      gaps.push(`${line.trim()} inside ${whole.line}`)
    }
    if (!whole && WHOLE.has(role)) whole = { depth: indent.length, line: line.trim() }
  }
  return gaps
}

function documentGaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const gaps: string[] = []
    const { lang } = document.documentElement
    if (lang !== 'en' && lang !== 'ru') gaps.push(`the document speaks "${lang}"`)
    if (document.title === '') gaps.push('the document has no title')
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) {
      gaps.push(`the id ${id} is there twice`)
    }
    for (const element of document.querySelectorAll('[tabindex]')) {
      if (Number(element.getAttribute('tabindex')) > 0)
        gaps.push(`${element.className} jumps the queue`)
    }
    for (const element of document.querySelectorAll('[aria-labelledby], [aria-describedby]')) {
      for (const attribute of ['aria-labelledby', 'aria-describedby']) {
        for (const id of (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean)) {
          if (!document.getElementById(id)) gaps.push(`${attribute} ${id} leads nowhere`)
        }
      }
    }
    // One that moves is a control; a rule in a menu is not.
    for (const separator of document.querySelectorAll('[role="separator"][tabindex]')) {
      if (!separator.hasAttribute('aria-label')) gaps.push('a divider without a name')
    }
    // What a dialog covers is hidden while the keyboard is kept inside the dialog.
    const isCovered = document.querySelector('[role="dialog"]') !== null
    for (const hidden of document.querySelectorAll('[aria-hidden="true"]')) {
      if (isCovered) break
      const reached = [
        ...hidden.querySelectorAll<HTMLElement>('button, a[href], input, [tabindex]'),
      ]
      for (const element of reached) {
        if (element.tabIndex >= 0 && element.checkVisibility()) {
          gaps.push(`${element.className} takes the keyboard, but is hidden`)
        }
      }
    }
    return gaps
  })
}
