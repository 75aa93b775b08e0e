import type { Context } from 'hono'
import { type DeskEnv, Instant, incidentPath, Status } from '../../desk/index.ts'
import type { OfferedGroup, OfferedSection, OfferedSentence } from '../../notices/index.ts'
import { Temporal } from '../../platform/clock.ts'
import { formatDay } from '../../platform/i18n.ts'
import { composeTexts } from './compose-texts.ts'
import type { CitedSource } from './read-draft.ts'

type Ctx = Context<DeskEnv>
interface Props {
  readonly c: Ctx
  readonly sources: ReadonlyMap<string, CitedSource>
}

/** Every sentence on offer, ticked when the text says it, with its place where the order is free. */
export function OfferedSections({ c, sections, sources }: Props & { sections: readonly OfferedSection[] }) {
  return (
    <>
      {sections.map(({ heading, groups }) =>
        groups.some(({ sentences }) => sentences.length > 0) ? (
          <fieldset class="offered">
            <legend>{heading}</legend>
            {groups.map((group) => (
              <Group c={c} group={group} sources={sources} />
            ))}
          </fieldset>
        ) : null,
      )}
    </>
  )
}

function Group({ c, group, sources }: Props & { group: OfferedGroup }) {
  return (
    <>
      {group.sentences.map((sentence, at) => (
        <Offered c={c} sentence={sentence} sources={sources} rank={group.orderFree ? at + 1 : undefined} />
      ))}
    </>
  )
}

function Offered({
  c,
  sentence,
  sources,
  rank,
}: Props & { sentence: OfferedSentence; rank: number | undefined }) {
  const words = composeTexts[c.get('locale')]
  const { id, text, chosen, required, why } = sentence
  return (
    <div class="offered-sentence">
      <label class="choice">
        <input type="checkbox" name="say" value={id} checked={chosen} />
        <span>
          {text}
          <span class="second">{required ? `${why} ${words.required}` : why}</span>
        </span>
      </label>
      {rank === undefined ? null : (
        <>
          <input type="hidden" name={`was:${id}`} value={String(rank)} />
          <input
            class="rank"
            type="number"
            name={`rank:${id}`}
            min="1"
            max="99"
            value={String(rank)}
            aria-label={words.rank(text)}
          />
        </>
      )}
      <details>
        <summary>{words.rests}</summary>
        <Rests c={c} sentence={sentence} sources={sources} />
      </details>
    </div>
  )
}

/** Who keeps the sentence, while it may be said, and the facts it states with their source and date. */
function Rests({ c, sentence, sources }: Props & { sentence: OfferedSentence }) {
  const locale = c.get('locale')
  const words = composeTexts[locale]
  const day = (iso: string) => formatDay(Temporal.PlainDate.from(iso), locale)
  const { owner, validFrom, validUntil, cites } = sentence
  return (
    <>
      <p class="second">
        {words.owner[owner]}, {words.valid(day(validFrom), validUntil && day(validUntil))}.
      </p>
      {cites.length === 0 ? <p class="second">{words.onNothing}</p> : null}
      {cites.map((key) => (
        <Cited c={c} name={key} source={sources.get(key)} />
      ))}
    </>
  )
}

function Cited({ c, name, source }: { c: Ctx; name: string; source: CitedSource | undefined }) {
  const locale = c.get('locale')
  const words = composeTexts[locale]
  if (!source) {
    const [first = ''] = name.split('.')
    const place = first === 'list' ? 'lists' : first === 'exposure' ? 'facts/exposure' : 'facts/organisations'
    return (
      <p class="second">
        <a href={incidentPath(c, place)}>{first === 'list' ? words.list : words.entered}</a>
      </p>
    )
  }
  return (
    <p class="second">
      <a href={incidentPath(c, `facts/${name}/edit`)}>{source.label}</a> · {source.source},{' '}
      <Instant at={source.asOf} locale={locale} /> ·{' '}
      <Status kind={source.disputed ? 'depends' : 'done'}>
        {source.disputed ? words.disputed : words.held}
      </Status>
    </p>
  )
}
