import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { Actions, Button } from '../desk/index.ts'
import type { Locale } from '../platform/refusal.ts'
import { hostOf, isAddress } from './site.ts'
import { texts } from './texts.ts'

interface PasskeyFormProps {
  readonly c: Context
  readonly kind: 'get' | 'create'
  /** Where the answer goes; the options come from `<verify>/options`. */
  readonly verify: string
  readonly button: string
  readonly children?: Child
}

const cancelled: Record<Locale, string> = {
  fr: 'Aucune clé d’accès n’a répondu. Recommencez, ou choisissez l’autre moyen.',
  en: 'No passkey answered. Try again, or choose the other way.',
}

/** The button the island `passkey` makes work; a sentence instead where it cannot. */
export function PasskeyForm({ c, kind, verify, button, children }: PasskeyFormProps) {
  const locale = c.get('locale') ?? 'fr'
  const text = texts[locale as Locale]
  if (isAddress(c)) return <NameHint host={hostOf(c)} words={text.passkeyNeedsName} />
  return (
    <>
      <form
        method="post"
        data-passkey={kind}
        data-options={`${verify}/options`}
        data-verify={verify}
        data-cancelled={cancelled[locale as Locale]}
        hidden
      >
        {children}
        <Actions>
          <Button primary>{button}</Button>
        </Actions>
        <p class="error" role="alert" data-message hidden />
      </form>
      <noscript>
        <p>{text.passkeyNeedsScript}</p>
      </noscript>
    </>
  )
}

function NameHint({ host, words }: { host: string; words: string }) {
  const address = `http://localhost${/:\d+$/.exec(host)?.[0] ?? ''}/`
  return (
    <p>
      {words}
      <a href={address}>{address}</a>.
    </p>
  )
}
