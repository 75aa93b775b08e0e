import { exerciseCodes } from '../access/index.ts'
import { formatInstant } from '../platform/i18n.ts'
import { defineCommand } from './command.ts'

/** `tocsin exercise code [--login L]`: what the fictional people of an exercise would read on their telephones. */
export const command = defineCommand({
  name: 'exercise code',
  summary: {
    fr: 'Donne la phrase secrète et le code du moment des personnes fictives d’un exercice',
    en: 'Gives the passphrase and current code of the fictional people of an exercise',
  },
  options: {
    login: {
      type: 'string',
      value: 'LOGIN',
      fr: 'Une seule personne, par son identifiant',
      en: 'One person only, by login',
    },
  },
  async run(call) {
    const { platform } = await call.platform()
    const codes = await exerciseCodes(platform, call.values.login)
    const label = call.locale === 'fr' ? { until: 'jusqu’à' } : { until: 'until' }
    const lines = codes.map((person) => {
      const until = formatInstant(person.validUntil, call.locale, { form: 'seconds' })
      return `${person.name}, ${person.title}\n  ${person.login}   ${person.passphrase}   ${person.code} (${label.until} ${until})`
    })
    const json = codes.map((person) => ({ ...person, validUntil: person.validUntil.toString() }))
    return { json, text: lines.join('\n') }
  },
})
