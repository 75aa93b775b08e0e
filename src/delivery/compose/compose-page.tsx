import type { Context } from 'hono'
import {
  Actions,
  Button,
  Columns,
  type DeskEnv,
  incidentPath,
  Lead,
  Notice,
  renderPage,
  Section,
  SelectField,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import {
  AUDIENCES,
  COHORTS,
  type NoticeChoice,
  type NoticeTree,
  type OfferedSection,
} from '../../notices/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { Refusal } from '../../platform/refusal.ts'
import { GateList } from '../release/gate-list.tsx'
import { noticeGates } from '../release/notice-gates.ts'
import { type ChoicePlace, choicesOf, type StoredChoice } from './choice-store.ts'
import { composeTexts } from './compose-texts.ts'
import { OfferedSections } from './offered-sections.tsx'
import { composeDraft, type Draft, readDraft } from './read-draft.ts'
import { Renderings } from './renderings.tsx'

type Ctx = Context<DeskEnv>
const FORM = 'sentences'

/** Which text the address names; the insured adults on the list, in French, unless said. */
export function placeOf(c: Ctx): ChoicePlace {
  const among = <T extends string>(known: readonly T[], name: string): T =>
    known.find((one) => one === c.req.query(name)) ?? (known[0] as T)
  return {
    incidentId: c.get('incident').id,
    cohort: among(COHORTS, 'cohort'),
    audience: among(AUDIENCES, 'audience'),
    locale: among(['fr', 'en'] as const, 'locale'),
  }
}

export function composePath(
  c: Ctx,
  { cohort, audience, locale }: Omit<ChoicePlace, 'incidentId'>,
  at = '',
): string {
  return incidentPath(c, `sending/compose${at}?${new URLSearchParams({ cohort, audience, locale })}`)
}

export async function storedChoice(c: Ctx, place: ChoicePlace): Promise<StoredChoice | undefined> {
  const all = await choicesOf(c.get('platform').db, place.incidentId, place.cohort)
  return all.find(({ audience, locale }) => audience === place.audience && locale === place.locale)
}

/** What a form left on the page: a choice to see, and why it was not kept. */
export interface Tried {
  readonly choice: NoticeChoice
  readonly refusal?: Refusal
}

/** The approved sentences of a text, each with what it rests on, its controls, and the text in every form. */
export async function composePage(c: Ctx, tried?: Tried): Promise<Response> {
  const place = placeOf(c)
  const locale = c.get('locale')
  const words = composeTexts[locale]
  const stored = await storedChoice(c, place)
  const choice = tried?.choice ?? stored?.choice ?? {}
  let draft: Draft | undefined
  try {
    draft = await readDraft(c.get('platform'), place.incidentId, place, locale)
    const input = { ...draft.input, choice }
    return page(c, place, { stored, tried, draft, ...composeDraft(input, locale) })
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return renderPage(c, {
      title: words.title,
      current: 'sending',
      crumbs: crumbs(c),
      lead: <Lead sentences={[words.missing]} note={<a href={incidentPath(c, 'facts')}>{words.facts}</a>} />,
      notice: <Notice tone="late">{refusal.text(locale)}</Notice>,
      children: <WhichText c={c} place={place} readers={draft?.readers ?? new Map()} />,
    })
  }
}

interface Shown {
  readonly stored: StoredChoice | undefined
  readonly tried: Tried | undefined
  readonly draft: Draft
  readonly sections: readonly OfferedSection[]
  readonly tree: NoticeTree
}

function page(
  c: Ctx,
  place: ChoicePlace,
  { stored, tried, draft, sections, tree }: Shown,
): Promise<Response> {
  const locale = c.get('locale')
  const words = composeTexts[locale]
  const gates = noticeGates(tree, { locale, checkedOn: draft.input.on })
  const failed = gates.filter(({ passed }) => !passed).length
  const said = sections
    .flatMap(({ groups }) => groups.flatMap(({ sentences }) => sentences))
    .filter(({ chosen }) => chosen)
  const whom = `${words.audiences[place.audience]}, ${words.cohorts[place.cohort].toLowerCase()}`
  return renderPage(c, {
    title: words.title,
    current: 'sending',
    crumbs: crumbs(c),
    islands: ['compose'],
    status: tried?.refusal?.http ?? 200,
    notice: tried?.refusal ? <Notice tone="late">{tried.refusal.text(locale)}</Notice> : undefined,
    lead: (
      <Lead
        sentences={[
          words.lead(formatInteger(said.length, locale), said.length, whom),
          failed === 0 ? words.gatesHold : words.gatesFail(failed),
        ]}
        note={`${words.note} ${stored ? words.kept(stored.version, actorName(stored.chosenBy)) : words.byDefault}`}
      />
    ),
    children: (
      <>
        <WhichText c={c} place={place} readers={draft.readers} />
        <Columns kind="1-1">
          <form id={FORM} method="post" action={composePath(c, place)} data-compose>
            <input type="hidden" name="after" value={String(stored?.version ?? 0)} />
            <Section title={words.sentences} aside={<Further words={words} />}>
              <OfferedSections c={c} sections={sections} sources={draft.sources} />
            </Section>
          </form>
          <div class="beside" id="beside">
            <Actions note={words.keepNote}>
              <Button primary form={FORM} name="act" value="keep">
                {words.keep}
              </Button>
              <Button form={FORM} name="act" value="keep_all">
                {words.keepAll}
              </Button>
              <Button form={FORM} name="act" value="preview">
                {words.preview}
              </Button>
            </Actions>
            <Section title={words.renderings} aside={words.fictional}>
              <Renderings
                open
                c={c}
                tree={tree}
                audience={place.audience}
                letterHref={composePath(c, place, '/letter')}
              />
            </Section>
            <Section title={words.checks} id="checks">
              <div data-preview="gates">
                <GateList c={c} gates={gates} composeHref={composePath(c, place)} />
              </div>
            </Section>
          </div>
        </Columns>
      </>
    ),
  })
}

/** On a telephone the text and its checks come after all the sentences. */
function Further({ words }: { words: (typeof composeTexts)['fr'] }) {
  return (
    <>
      <a href="#beside">{words.renderings}</a> · <a href="#checks">{words.checks}</a>
    </>
  )
}

function crumbs(c: Ctx) {
  const locale = c.get('locale')
  return [
    { label: locale === 'fr' ? 'Envois' : 'Sending', href: incidentPath(c, 'sending') },
    { label: composeTexts[locale].title },
  ]
}

function WhichText({
  c,
  place,
  readers,
}: {
  c: Ctx
  place: ChoicePlace
  readers: ReadonlyMap<string, number>
}) {
  const locale = c.get('locale')
  const words = composeTexts[locale]
  const counted = (audience: keyof typeof words.audiences) => {
    const n = readers.get(audience) ?? 0
    return n === 0
      ? words.audiences[audience]
      : `${words.audiences[audience]} (${words.messages(formatInteger(n, locale))})`
  }
  return (
    <Section title={words.which}>
      <form method="get" action={incidentPath(c, 'sending/compose')} class="inline-fields">
        <SelectField
          name="cohort"
          label={words.situation}
          value={place.cohort}
          choices={COHORTS.map((value) => ({ value, label: words.cohorts[value] }))}
        />
        <SelectField
          name="audience"
          label={words.reader}
          value={place.audience}
          choices={AUDIENCES.map((value) => ({ value, label: counted(value) }))}
        />
        <SelectField
          name="locale"
          label={words.language}
          value={place.locale}
          choices={(['fr', 'en'] as const).map((value) => ({ value, label: words.locales[value] }))}
        />
        <Actions note={words.openNote}>
          <Button>{words.open}</Button>
        </Actions>
      </form>
    </Section>
  )
}
