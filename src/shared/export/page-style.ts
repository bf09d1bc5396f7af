/** The looks of a run's page: the palette of both themes, whichever the reader's system asks for. */
import { INKS, type Ink } from '../drawing/shape'
import { PALETTES, type Palette } from '../drawing/theme'

/** Every ink as the page's own variable, so that shapes stand in the page once for both themes. */
export const PAGE_INKS = Object.fromEntries(INKS.map((ink) => [ink, `var(--${ink})`])) as Readonly<
  Record<Ink, string>
>

const variables = (palette: Palette) => INKS.map((ink) => `--${ink}:${palette[ink]}`).join(';')

export const PAGE_STYLE = `:root{color-scheme:light dark;${variables(PALETTES.light)}}
@media (prefers-color-scheme:dark){:root{${variables(PALETTES.dark)}}}
*{box-sizing:border-box}
body{margin:0;height:100vh;display:grid;grid-template:auto minmax(0,1fr)/minmax(0,1fr) minmax(300px,30%);background:var(--paper);color:var(--ink);font:14px/1.45 system-ui,sans-serif}
header{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;padding:10px 16px;background:var(--panel);border-bottom:1px solid var(--line)}
h1{font-size:16px;margin:0}
h2{font-size:12px;font-weight:600;color:var(--ink-2);margin:0;padding:10px 16px 6px}
button{font:inherit;color:inherit;background:var(--panel-2);border:1px solid var(--line);border-radius:6px;padding:4px 12px;min-height:32px;cursor:pointer}
button:disabled{color:var(--ink-3);cursor:default}
button:focus-visible,div:focus-visible{outline:2px solid var(--focus);outline-offset:-2px}
output{font-variant-numeric:tabular-nums;color:var(--ink-2)}
#said{flex-basis:100%;min-height:1.45em;margin:0}
#cut{color:var(--bad);margin:0}
main{display:grid;grid-template-rows:minmax(0,3fr) minmax(0,2fr);min-width:0}
#diagram{width:100%;height:100%;display:block}
section{overflow:auto;min-height:0}
#ways{border-top:1px solid var(--line)}
#ways svg{display:block}
aside{overflow:auto;border-left:1px solid var(--line);background:var(--panel)}
ol{list-style:none;margin:0;padding:0 8px 8px}
li button{display:grid;grid-template-columns:2.4em 1fr auto;gap:8px;width:100%;text-align:left;background:none;border-color:transparent}
li button>span:nth-child(odd){color:var(--ink-3);font-variant-numeric:tabular-nums}
li.bad button>span:nth-child(2){color:var(--bad)}
li button[aria-current]{background:var(--mark-2);border-color:var(--mark)}
@media (max-width:800px){body{height:auto;display:block}main{display:block}aside{border:0;max-height:60vh}}`
