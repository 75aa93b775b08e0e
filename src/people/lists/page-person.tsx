import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import {
  Actions,
  Button,
  Columns,
  type Description,
  DescriptionList,
  type DeskEnv,
  incidentPath,
  Lead,
  RadioGroup,
  renderPage,
  Section,
  SelectField,
} from '../../desk/index.ts'
import type { ExposureTable } from '../../incident/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import { ageOf } from './age.ts'
import type { PersonExplained } from './explain-person.ts'
import { MOTIVES, type OpenLookup } from './look-up.ts'
import { maskEmail } from './masking.ts'
import { type Funnel, populationOf } from './model.ts'
import { ExposedSection } from './page-exposed.tsx'
import { leftSentence, PersonVersions } from './page-person-versions.tsx'
import { WhySection } from './page-why.tsx'
import { personTexts } from './person-texts.ts'
import type { PersonVersion } from './store-changes.ts'
import type { ExposedRow, HouseholdPerson, PersonDetails, WrittenTo } from './store-pages.ts'
import { type Texts, texts } from './texts.ts'
import { capital } from './version-names.ts'

/** First the motive: nothing of the person is on this page. */
export function renderMotive(c: Context<DeskEnv>, personId: number, error?: string): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const id = formatInteger(personId, locale)
  return renderPage(c, {
    title: text.person(id),
    current: 'people',
    status: error ? 422 : 200,
    crumbs: [{ label: text.people, href: incidentPath(c, 'people') }, { label: text.person(id) }],
    lead: <Lead sentences={[text.motiveLead(id)]} note={text.motiveNote} />,
    children: (
      <form method="post" action={incidentPath(c, `people/${personId}/look-ups`)}>
        <RadioGroup name="motive" label={text.motive} error={error} choices={motiveChoices(text)} />
        <Actions>
          <Button primary>{text.open}</Button>
        </Actions>
      </form>
    ),
  })
}

export interface PersonPage {
  readonly funnel: Funnel
  readonly person: PersonDetails
  readonly rows: readonly ExposedRow[]
  readonly household: readonly HouseholdPerson[]
  readonly addressee: WrittenTo | undefined
  readonly lookup: OpenLookup
  readonly explained: PersonExplained | undefined
  readonly exposures: ExposureTable
  /** The published lists, newest first, since the first that named them. */
  readonly versions: readonly PersonVersion[]
  /** Delivery's part: where the last sending stands. */
  readonly standing: Child | undefined
  /** Delivery's part: each sending and its evidence. */
  readonly deliveries: Child | undefined
  /** The documents' part: papers in this person's name. */
  readonly papers: Child | undefined
}

export function renderPerson(c: Context<DeskEnv>, page: PersonPage): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const id = formatInteger(page.person.id, locale)
  return renderPage(c, {
    title: text.person(id),
    current: 'people',
    crumbs: [{ label: text.people, href: incidentPath(c, 'people') }, { label: text.person(id) }],
    lead: (
      <Lead
        sentences={sentences(page, locale, c.get('platform').clock.now())}
        note={noteOf(page, text, locale)}
      />
    ),
    children: (
      <>
        <Columns kind="7-5">
          <WhySection c={c} person={page.person} rows={page.rows} explained={page.explained} />
          <div>
            <Section title={text.household}>
              <DescriptionList items={householdItems(c, page, text)} />
              {page.person.email || page.person.city ? <ShowForm c={c} page={page} text={text} /> : null}
            </Section>
            <PersonVersions c={c} versions={page.versions} />
            {page.papers}
            <ExposedSection
              c={c}
              table={page.exposures}
              row={page.person.categories}
              listed={page.person.class !== null}
              population={populationOf(page.person)}
            />
          </div>
        </Columns>
        {page.deliveries ?? (
          <Section title={text.sendings}>
            <p>{text.noSending}</p>
          </Section>
        )}
      </>
    ),
  })
}

function sentences(
  { person, funnel, versions }: PersonPage,
  locale: Locale,
  now: Temporal.Instant,
): string[] {
  const text = texts[locale]
  const name = `${person.firstNames} ${person.surname}`
  if (person.class === null)
    return [text.isNotOn(name, funnel.listVersion.number), notListedNote(person, versions, locale)]
  if (person.class === 'cannot_be_excluded') return [text.isHeld(name), text.heldNext]
  const concerned = personTexts[locale].isConcerned(named(person, locale, now))
  if (person.untoldReason) return [concerned, text.cannotBeTold(text.reasons[person.untoldReason])]
  const told =
    person.toldThrough === 'self' ? text.toldSelf : text.toldThrough(text.ways[person.toldThrough ?? 'self'])
  return [concerned, told]
}

/** Warned by decision, once on a list, or kept to tell somebody else. */
function notListedNote(person: PersonDetails, versions: PersonPage['versions'], locale: Locale): string {
  if (person.warned) return texts[locale].warned
  return leftSentence(versions, locale) ?? texts[locale].keptAs
}

/** A minor's age changes what the message says and whom it goes to: it stands in the first sentence. */
function named(person: PersonDetails, locale: Locale, now: Temporal.Instant): string {
  const name = `${person.firstNames} ${person.surname}`
  const years = person.minor ? ageOf(person, now) : undefined
  return years === undefined ? name : personTexts[locale].aged(name, years)
}

function noteOf({ person, funnel, lookup, standing }: PersonPage, text: Texts, locale: Locale) {
  const version = text.version(funnel.listVersion.number)
  return (
    <>
      {standing}
      {standing ? '\u2002' : null}
      {person.class ? `${text.classIs(text.classes[person.class])}, ${version}` : capital(version)}.{' '}
      {person.population === 'insured' ? null : `${personTexts[locale].titles[person.population]}. `}
      {text.lookup(text.motives[lookup.motive], formatInteger(lookup.seq, locale))}
    </>
  )
}

function householdItems(c: Context<DeskEnv>, page: PersonPage, text: Texts): Description[] {
  const { person, household, addressee, lookup } = page
  const link = (other: HouseholdPerson, index: number) => (
    <>
      {index > 0 ? ', ' : null}
      <a href={incidentPath(c, `people/${other.id}`)}>
        {other.firstNames} {other.surname}
      </a>
    </>
  )
  const others = household.filter((other) => other.id !== person.id)
  const same = others.filter(
    (other) => other.addresseeId !== null && other.addresseeId === person.addresseeId,
  )
  const rest = others.filter((other) => !same.includes(other))
  return [
    { term: text.addressee, ...addresseeItem(addressee, person, text) },
    ...(same.length > 0 ? [{ term: text.sameMessage, value: same.map(link) }] : []),
    ...(rest.length > 0 ? [{ term: text.others, value: rest.map(link) }] : []),
    { term: text.email, value: emailOf(person, lookup, text) },
    {
      term: text.address,
      value: addressOf(person, lookup, text),
      second: person.protectedAddress ? text.protectedAddress : undefined,
    },
    { term: text.nir, value: `••••••••••••• ${text.nirNever}` },
  ]
}

function addresseeItem(addressee: WrittenTo | undefined, person: PersonDetails, text: Texts) {
  if (!addressee)
    return {
      value: <b>{text.nobody}</b>,
      second: person.untoldReason
        ? text.reasons[person.untoldReason]
        : person.class === null
          ? undefined
          : text.held,
    }
  const second =
    addressee.kind === 'guardian'
      ? text.guardianOf
      : person.toldThrough
        ? text.ways[person.toldThrough]
        : undefined
  return { value: <b>{`${addressee.firstNames} ${addressee.surname}`.trim()}</b>, second }
}

function emailOf(person: PersonDetails, lookup: OpenLookup, text: Texts): string {
  if (!person.email) return text.none
  return lookup.shown === 'email' ? person.email : maskEmail(person.email)
}

function addressOf(person: PersonDetails, lookup: OpenLookup, text: Texts): string {
  if (!person.city && person.addressLines.length === 0) return text.none
  const place = [person.postcode, person.city].filter(Boolean).join(' ')
  if (lookup.shown === 'address') return [...person.addressLines, place].join(', ')
  return person.protectedAddress ? '•••••' : place
}

/** E-mail and address stay masked until someone says why they need them. */
function ShowForm({ c, page, text }: { c: Context<DeskEnv>; page: PersonPage; text: Texts }) {
  return (
    <details>
      <summary>{text.showContact}</summary>
      <form method="post" action={incidentPath(c, `people/${page.person.id}/look-ups`)}>
        <SelectField
          name="motive"
          label={text.motive}
          help={text.showNote}
          value={page.lookup.motive}
          choices={motiveChoices(text)}
        />
        <Actions>
          <Button small name="shown" value="email">
            {text.showEmail}
          </Button>
          <Button small name="shown" value="address">
            {text.showAddress}
          </Button>
        </Actions>
      </form>
    </details>
  )
}

function motiveChoices(text: Texts) {
  return MOTIVES.map((motive) => ({ value: motive, label: text.motives[motive] }))
}
