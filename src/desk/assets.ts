import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import account from './styles/account.css'
import clocks from './styles/clocks.css'
import components from './styles/components.css'
import compose from './styles/compose.css'
import dossier from './styles/dossier.css'
import form from './styles/form.css'
import frame from './styles/frame.css'
import ledger from './styles/ledger.css'
import masthead from './styles/masthead.css'
import print from './styles/print.css'
import review from './styles/review.css'
import small from './styles/small.css'
import tokens from './styles/tokens.css'
import waterfall from './styles/waterfall.css'

const stylesheet = [
  tokens,
  frame,
  masthead,
  components,
  ledger,
  account,
  form,
  waterfall,
  clocks,
  compose,
  dossier,
  review,
  small,
  print,
].join('\n')

/** The name carries the content: browsers keep it for ever, and a new version is a new name. */
export const stylesheetPath = `/assets/desk-${createHash('sha256').update(stylesheet).digest('hex').slice(0, 12)}.css`

const FOR_EVER = 'public, max-age=31536000, immutable'

/** The wordmark's bar and letter, for the browser's tab. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#17191d"/>' +
  '<path d="M7 8h18v4h-7v13h-4V12H7z" fill="#fbfbf8"/></svg>'

export function islandPath(name: string): string {
  return `/assets/islands/${name}.js`
}

/** Serves the stylesheet, the icon and the islands built in `islandsDir` (`dist/islands`). */
export function assetsRoutes(islandsDir: string): Hono {
  return new Hono()
    .get(stylesheetPath, (c) => {
      c.header('Cache-Control', FOR_EVER)
      return c.body(stylesheet, 200, { 'Content-Type': 'text/css; charset=utf-8' })
    })
    .get('/assets/icon.svg', (c) =>
      c.body(icon, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'max-age=86400' }),
    )
    .get('/assets/islands/:file{[a-z-]+\\.js}', async (c) => {
      const script = await readFile(join(islandsDir, c.req.param('file'))).catch(() => undefined)
      if (!script) return c.notFound()
      c.header('Cache-Control', 'no-cache')
      return c.body(new Uint8Array(script), 200, { 'Content-Type': 'text/javascript; charset=utf-8' })
    })
}
