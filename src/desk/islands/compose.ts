/**
 * Renews the preview while sentences are ticked: the form is posted as its own button would, and the parts marked
 * `data-preview`, and the lead, are taken from the page that answers. Without it the button shows the same page.
 */
const form = document.querySelector<HTMLFormElement>('form[data-compose]')
const PAUSE_MS = 250
let timer: ReturnType<typeof setTimeout> | undefined
let asked = 0

form?.addEventListener('change', () => {
  clearTimeout(timer)
  timer = setTimeout(() => void showAgain(form).catch(() => undefined), PAUSE_MS)
})

async function showAgain(from: HTMLFormElement): Promise<void> {
  asked += 1
  const mine = asked
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(from)) body.append(name, String(value))
  body.set('act', 'preview')
  const answer = await fetch(from.action, { method: 'POST', body, redirect: 'error' })
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (mine !== asked) return // a later change asked again
  for (const part of document.querySelectorAll('[data-preview], .lead')) {
    const name = part.getAttribute('data-preview')
    const next = fresh.querySelector(name === null ? '.lead' : `[data-preview="${CSS.escape(name)}"]`)
    if (next) part.replaceChildren(...next.childNodes)
  }
}
