/**
 * What runs in a run's page, as the text of its one script: plain JavaScript that asks nobody for anything.
 * It holds one frame, a list of fragments' numbers, and changes it by the hunks of `hunks.ts`; what a hunk
 * took away is kept, so that going back is the same work as going forward.
 */
export const PAGE_SCRIPT = `'use strict'
const at = (id) => document.getElementById(id)
const run = JSON.parse(at('run').textContent)
const frame = [...run.first]
const undone = []
const items = [...document.querySelectorAll('#steps button')]
const last = run.hunks.length
let position = 0

function forward() {
  const back = []
  for (const [place, gone, come] of [...run.hunks[position]].reverse()) {
    back.unshift([place, come.length, frame.splice(place, gone, ...come)])
  }
  undone.push(back)
  position += 1
}

function backward() {
  for (const [place, gone, come] of undone.pop()) frame.splice(place, gone, ...come)
  position -= 1
}

function show() {
  at('diagram').innerHTML = frame.map((one) => run.fragments[one]).join('')
  at('at').textContent = position + ' / ' + last
  at('first').disabled = at('back').disabled = position === 0
  at('forward').disabled = at('last').disabled = position === last
  for (const item of items) item.removeAttribute('aria-current')
  const item = items[position - 1]
  at('said').textContent = item ? item.children[1].textContent : run.before
  if (item) {
    item.setAttribute('aria-current', 'step')
    item.scrollIntoView({ block: 'nearest' })
  }
  const row = run.rows[position - 1]
  const top = row ? row[0] : run.rows.length > 0 ? run.rows[0][0] : 0
  const height = row ? row[1] : 0
  at('now').setAttribute('y', top)
  at('now').setAttribute('height', height)
  at('later').setAttribute('y', top + height)
  const ways = at('ways')
  const y = top - run.top
  if (y < ways.scrollTop + 40 || y + height > ways.scrollTop + ways.clientHeight - 20) {
    ways.scrollTop = y - ways.clientHeight / 2
  }
}

function go(to) {
  const target = Math.max(0, Math.min(last, to))
  while (position < target) forward()
  while (position > target) backward()
  show()
}

at('first').onclick = () => go(0)
at('back').onclick = () => go(position - 1)
at('forward').onclick = () => go(position + 1)
at('last').onclick = () => go(last)
items.forEach((item, index) => { item.onclick = () => go(index + 1) })
addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const to = { ArrowRight: position + 1, ArrowLeft: position - 1, Home: 0, End: last }[event.key]
  if (to === undefined) return
  event.preventDefault()
  go(to)
})
show()
`
