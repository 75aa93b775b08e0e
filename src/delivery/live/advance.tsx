import type { Context } from 'hono'
import { type DeskEnv, FigureLink, incidentPath, OutcomeStrip, Section } from '../../desk/index.ts'
import { formatInteger, formatShare } from '../../platform/i18n.ts'
import type { Campaign, Proof } from '../model.ts'
import { sendingTexts } from '../sending-texts.ts'

type Ctx = Context<DeskEnv>

/** Where the concerned people stand, in one strip; each figure under it opens its people. */
export function Advance({
  c,
  proof,
  cohort,
}: {
  c: Ctx
  proof: Omit<Proof, 'journal'>
  cohort: Campaign['cohort']
}) {
  const locale = c.get('locale')
  const words = sendingTexts[locale]
  const account =
    cohort === 'concerned' ? { ...proof, persons: proof.concerned, waiting: 0 } : proof.cohorts[cohort]
  const prefix = cohort === 'concerned' ? '' : `${cohort}.`
  const told = account.told.email + account.told.letter
  const untold = Object.values(account.cannot_be_told).reduce((sum, persons) => sum + persons, 0)
  const parts = [
    ['email', account.told.email, 'ink'],
    ['letter', account.told.letter, 'grey'],
    ...(cohort === 'concerned' ? [] : [['waiting', account.waiting, 'empty'] as const]),
    ['in_progress', account.in_progress, 'hatch'],
    ['unknown_held', account.unknown_held, 'held'],
    ['cannot_be_told', untold, 'impossible'],
    ['lost', account.lost, 'impossible'],
  ] as const
  const figure = (value: number, path: string) => (
    <FigureLink value={value} href={incidentPath(c, path)} locale={locale} />
  )
  return (
    <Section title={words.strip(told, account.persons)} aside={formatShare(told, account.persons, locale, 1)}>
      <OutcomeStrip
        people={parts.map(([, value, fill]) => ({ value, fill }))}
        sentence={parts
          .map(([word, value]) => `${formatInteger(value, locale)} ${words.parts[word]}`)
          .join(', ')}
      />
      <p class="progress-text">
        {parts.map(([word, value], index) => (
          <>
            {index > 0 ? ' · ' : null}
            {figure(value, `people?outcome=${prefix}${word}`)} {words.parts[word]}
          </>
        ))}{' '}
        · {figure(proof.told_twice, 'people?outcome=told_twice')} {words.parts.told_twice}
      </p>
    </Section>
  )
}
