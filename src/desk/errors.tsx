import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Locale } from '../platform/i18n.ts'
import { Refusal } from '../platform/refusal.ts'
import { renderBarePage } from './bare-page.tsx'
import { Lead } from './components/lead.tsx'
import type { DeskEnv } from './env.ts'
import type { Page } from './frame.tsx'

const texts = {
  fr: {
    refused: 'Refusé',
    refusedLead: 'Ce n’est pas possible.',
    notFound: 'Page introuvable',
    notFoundLead: 'Cette page n’existe pas.',
    notFoundText: 'L’adresse est fausse, ou ce qu’elle montrait a été retiré. Reprenez depuis l’accueil.',
    failed: 'Panne',
    failedLead: 'Tocsin n’a pas pu répondre.',
    failedText:
      'Rien n’a été enregistré à moitié. Recommencez\u202f; si la panne revient, donnez ce numéro à qui tient le poste\u00a0:',
    home: 'Accueil',
    back: 'Revenir à la page précédente',
  },
  en: {
    refused: 'Refused',
    refusedLead: 'This is not possible.',
    notFound: 'Page not found',
    notFoundLead: 'This page does not exist.',
    notFoundText: 'The address is wrong, or what it showed was removed. Start again from the home page.',
    failed: 'Failure',
    failedLead: 'Tocsin could not answer.',
    failedText:
      'Nothing was half recorded. Try again; if it fails again, give this number to whoever runs the desk:',
    home: 'Home',
    back: 'Back to the page before',
  },
}

/** The last handler: a refusal says what, where and what to do; anything else is a failure with its number. */
export function onError(error: Error, c: Context<DeskEnv>): Response | Promise<Response> {
  if (error instanceof Refusal) return answerRefusal(error, c)
  if (error instanceof HTTPException) return error.status === 404 ? onNotFound(c) : error.getResponse()
  return answerFailure(error, c)
}

export function onNotFound(c: Context<DeskEnv>): Response | Promise<Response> {
  const text = texts[c.get('locale') ?? 'fr']
  if (wantsJson(c)) return problem(c, { status: 404, title: text.notFoundLead, code: 'desk.notFound' })
  return errorPage(c, { status: 404, title: text.notFound, lead: text.notFoundLead, text: text.notFoundText })
}

function answerRefusal(refusal: Refusal, c: Context<DeskEnv>): Response | Promise<Response> {
  const locale: Locale = c.get('locale') ?? 'fr'
  const text = texts[locale]
  const message = refusal.text(locale)
  if (wantsJson(c)) {
    return problem(c, { status: refusal.http, title: text.refusedLead, detail: message, code: refusal.code })
  }
  return errorPage(c, { status: refusal.http, title: text.refused, lead: text.refusedLead, text: message })
}

/** No stack and no message on the page: an exception may carry a person's row. The number finds it in the log. */
function answerFailure(error: Error, c: Context<DeskEnv>): Response | Promise<Response> {
  const requestId = c.get('requestId') ?? randomUUID().slice(0, 8)
  const text = texts[c.get('locale') ?? 'fr']
  c.get('platform')?.log?.error({ requestId, kind: error.name, stack: framesOf(error) }, 'request failed')
  if (wantsJson(c)) return problem(c, { status: 500, title: text.failedLead, code: 'desk.failed', requestId })
  return errorPage(c, {
    status: 500,
    title: text.failed,
    lead: text.failedLead,
    text: text.failedText,
    requestId,
  })
}

/** Where it failed, without what it failed on: PostgreSQL puts values in its messages. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
}

interface ErrorPage {
  readonly status: NonNullable<Page['status']>
  readonly title: string
  readonly lead: string
  readonly text: string
  readonly requestId?: string
}

/** On the bare page: it needs neither session, nor incident, nor database, any of which may be what failed. */
function errorPage(c: Context<DeskEnv>, page: ErrorPage): Promise<Response> {
  const text = texts[c.get('locale') ?? 'fr']
  const back = sameSiteReferer(c)
  return renderBarePage(c as never, {
    title: page.title,
    status: page.status,
    children: (
      <>
        <header>
          <Lead sentences={[page.lead]} />
        </header>
        <p>
          {page.text} {page.requestId ? <b>{page.requestId}</b> : null}
        </p>
        <p>
          {back ? (
            <>
              <a href={back}>{text.back}</a> ·{' '}
            </>
          ) : null}
          <a href="/">{text.home}</a>
        </p>
      </>
    ),
  })
}

function sameSiteReferer(c: Context): string | undefined {
  const referer = c.req.header('referer')
  if (!referer || !URL.canParse(referer)) return undefined
  const url = new URL(referer)
  return url.host === new URL(c.req.url).host ? url.pathname + url.search : undefined
}

function wantsJson(c: Context): boolean {
  return /\bapplication\/(problem\+)?json\b/.test(c.req.header('accept') ?? '')
}

/** RFC 9457. */
function problem(
  c: Context,
  body: { status: number; title: string; code: string; detail?: string; requestId?: string },
) {
  return c.body(JSON.stringify({ type: 'about:blank', ...body }), body.status as 400, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  })
}
