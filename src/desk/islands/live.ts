/**
 * Renews the parts of a page marked `data-live` while figures change. The server renders them as for any reload, so
 * there is one way to draw a figure. Pauses while the page is hidden; the browser reconnects by itself.
 */
const address = `${location.pathname.match(/^\/incidents\/[^/]+/)?.[0] ?? ''}/live`
const LEAST_MS = 1000
let source: EventSource | undefined
let renewedAt = 0
let waiting = false

function follow(): void {
  source?.close()
  source = new EventSource(address)
  source.addEventListener('figures', () => void renewSoon())
}

/** At most one reload each second; a change that comes meanwhile is not lost. */
async function renewSoon(): Promise<void> {
  if (waiting) return
  waiting = true
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, renewedAt + LEAST_MS - performance.now())))
  waiting = false
  renewedAt = performance.now()
  await renew().catch(() => undefined)
}

async function renew(): Promise<void> {
  const answer = await fetch(location.href, {
    headers: { Accept: 'text/html', 'X-Live': '1' },
    redirect: 'error',
  })
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const old of document.querySelectorAll('[data-live]')) {
    const name = old.getAttribute('data-live') ?? ''
    const part = fresh.querySelector(`[data-live="${CSS.escape(name)}"]`)
    if (part && part.innerHTML !== old.innerHTML) swap(old, part)
    // What the page was about has ended: the whole page is another one now.
    if (!part && old.hasAttribute('data-live-whole')) return location.reload()
  }
}

/** Keeps the focus where it was: a person on a link must not be thrown to the top of the page each second. */
function swap(old: Element, fresh: Element): void {
  const held = document.activeElement
  const focusable = 'a[href], button, input, select, textarea, summary'
  const index = held && old.contains(held) ? [...old.querySelectorAll(focusable)].indexOf(held) : -1
  const href = held?.getAttribute('href')
  old.replaceChildren(...fresh.childNodes)
  if (index < 0) return
  const candidates = [...old.querySelectorAll<HTMLElement>(focusable)]
  const same = href
    ? candidates.find((candidate) => candidate.getAttribute('href') === href)
    : candidates[index]
  same?.focus({ preventScroll: true })
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    source?.close()
    source = undefined
  } else {
    follow()
    void renewSoon()
  }
})

if (!document.hidden) follow()
