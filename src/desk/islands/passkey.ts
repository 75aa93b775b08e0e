import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/**
 * Forms marked `data-passkey="get"` or `"create"`: asks the server for options (`data-options`), the browser for a passkey,
 * and gives the answer to `data-verify`, which says where to go. They are hidden until this script runs.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  form.hidden = !('PublicKeyCredential' in window)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void answer(form)
  })
}

async function answer(form: HTMLFormElement): Promise<void> {
  const message = form.querySelector<HTMLElement>('[data-message]')
  if (message) message.hidden = true
  try {
    const options = await post(form.dataset['options'] ?? '', {})
    const response =
      form.dataset['passkey'] === 'create'
        ? await startRegistration({ optionsJSON: options as never })
        : await startAuthentication({ optionsJSON: options as never })
    const fields = Object.fromEntries(new FormData(form))
    const result = await post(form.dataset['verify'] ?? '', { ...fields, response })
    location.assign(String(result['location'] ?? '/'))
  } catch (error) {
    if (message) {
      message.textContent = error instanceof Said ? error.message : (form.dataset['cancelled'] ?? '')
      message.hidden = false
    }
  }
}

/** A refusal the server put into words; anything else is the browser's or the person's, e.g. a cancelled prompt. */
class Said extends Error {}

async function post(path: string, body: unknown): Promise<Record<string, unknown>> {
  const answered = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  })
  const result = (await answered.json()) as Record<string, unknown>
  if (!answered.ok) throw new Said(String(result['message'] ?? answered.status))
  return result
}
