/**
 * The keys of the review: each acts on the element marked with it in `data-key`. Ignored while typing, with a modifier, or
 * when a key is held; turned off, the page does not load this script.
 */
const TYPING = 'input, textarea, select, [contenteditable]'

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return
  if (event.target instanceof Element && event.target.closest(TYPING)) return
  if (event.key === '?') return toggleHelp(event)
  const key = event.key.toLowerCase()
  const element = /^[a-z]$/.test(key) ? document.querySelector<HTMLElement>(`[data-key="${key}"]`) : undefined
  if (!element) return
  event.preventDefault()
  act(element)
})

let sent = false

/** A decision is sent once, however fast the keys; a summary opens and gives the focus to its first field. */
function act(element: HTMLElement): void {
  const details = element.matches('summary') ? element.closest('details') : null
  if (details) {
    details.open = true
    details.querySelector<HTMLElement>(TYPING)?.focus()
    return
  }
  if (sent) return
  sent = element.matches('button')
  element.click()
}

function toggleHelp(event: KeyboardEvent): void {
  const help = document.querySelector<HTMLDetailsElement>('#keys')
  if (!help) return
  event.preventDefault()
  help.open = !help.open
  if (help.open) help.scrollIntoView({ block: 'nearest' })
}

document.querySelector('[data-key="?"]')?.addEventListener('click', () => {
  const help = document.querySelector<HTMLDetailsElement>('#keys')
  if (help) help.open = true
})

// Leaving a field gives the keys back: nobody should have to reach for the mouse.
document.addEventListener('keyup', (event) => {
  if (event.key !== 'Escape' || !(document.activeElement instanceof HTMLElement)) return
  if (document.activeElement.matches(TYPING)) document.activeElement.blur()
})

window.addEventListener('pageshow', () => {
  sent = false
})
