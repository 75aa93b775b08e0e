import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { hasRole } from '../../access/index.ts'
import { Columns, DescriptionList, type DeskEnv, incidentPath, Section, Status } from '../../desk/index.ts'
import type { LetterBlock, LetterContent } from '../../notices/index.ts'
import { formatDay } from '../../platform/i18n.ts'
import { OUTBOX_READERS } from '../model.ts'
import { type CitedFactLine, citedFacts } from './cited-facts.ts'
import type { HistoryLine } from './history-store.ts'
import { SEALERS } from './model.ts'
import { type GateHeld, gatesOfText } from './received-store.ts'
import { type Reading, receivedTexts } from './received-texts.ts'
import { receivedWords } from './received-words.ts'

type Ctx = Context<DeskEnv>

/** « Le texte reçu, version N »: the last text that left, whole, the facts it cites and the checks it passed. Nothing left: nothing. */
export async function receivedSection(c: Ctx, lines: readonly HistoryLine[]): Promise<Child> {
  const left = lines
    .filter(({ state }) => ['accepted', 'unknown', 'bounced', 'returned'].includes(state))
    .at(-1)
  if (!left) return null
  const locale = c.get('locale')
  const words = receivedWords[locale]
  const { db } = c.get('platform')
  const [text] = await receivedTexts(db, [{ delivery: left.deliveryId }])
  const reading = text?.received[0]
  if (!text || !reading) return null
  const facts = await citedFacts(db, c.get('incident').id, text.tree, locale)
  const gates = await gatesOfText(db, left.deliveryId)
  const readable = hasRole(c.get('viewer'), ...OUTBOX_READERS)
  const hash = `${words.hash} ${left.noticeSha256.slice(0, 4)} ${left.noticeSha256.slice(4, 8)}`
  return (
    <Section
      title={words.title(left.noticeVersion)}
      aside={
        <>
          {hash}
          {left.channel === 'letter' && hasRole(c.get('viewer'), ...SEALERS) ? (
            <>
              {' · '}
              <a href={incidentPath(c, `people/letters/${left.deliveryId}`)}>{words.asLetter}</a>
            </>
          ) : null}
        </>
      }
    >
      <Columns kind="1-1">
        <div>{readable ? <Message c={c} reading={reading} /> : <p>{words.notYours}</p>}</div>
        <div>
          <h3>{words.facts}</h3>
          <DescriptionList items={[...facts.map((fact) => factItem(c, fact)), gatesItem(c, gates)]} />
        </div>
      </Columns>
    </Section>
  )
}

/** Sections shown at once. */
const SHOWN = 3

/** The beginning, then the whole behind its name: long texts do not push the facts away. */
function Message({ c, reading: { letter } }: { c: Ctx; reading: Reading }) {
  const words = receivedWords[c.get('locale')]
  const { body } = letter
  const [shown, rest] = [body.sections.slice(0, SHOWN), body.sections.slice(SHOWN)]
  return (
    <div class="message">
      <p class="envelope">{`${body.sender.name}, ${letter.dateText} · ${body.referenceLabel} ${letter.reference}`}</p>
      <p class="subject">{body.subject}</p>
      <p>{letter.greeting}</p>
      <p>{body.intro}</p>
      <ul>
        {letter.persons.map((person) => (
          <li>{person}</li>
        ))}
      </ul>
      {shown.map((section) => (
        <MessagePart letter={letter} section={section} />
      ))}
      {rest.length > 0 ? (
        <details>
          <summary>{words.whole}</summary>
          {rest.map((section) => (
            <MessagePart letter={letter} section={section} />
          ))}
        </details>
      ) : null}
    </div>
  )
}

function MessagePart({
  letter,
  section,
}: {
  letter: LetterContent
  section: LetterContent['body']['sections'][number]
}) {
  return (
    <>
      <p class="subject">{section.heading}</p>
      {section.blocks.map((block) => (
        <MessageBlock block={block} reference={letter.reference} />
      ))}
    </>
  )
}

function MessageBlock({ block, reference }: { block: LetterBlock; reference: string }) {
  const filled = (text: string) => text.replaceAll('{{reference}}', reference)
  if (block.kind === 'paragraph') return <p>{filled(block.text)}</p>
  if (block.kind === 'details')
    return (
      <DescriptionList
        items={block.rows.map(({ label, lines }) => ({ term: label, value: lines.map(filled).join(', ') }))}
      />
    )
  const items = block.items.map((item) => <li>{filled(item)}</li>)
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

function factItem(c: Ctx, { label, value, source, asOf, changed }: CitedFactLine) {
  const locale = c.get('locale')
  const words = receivedWords[locale]
  const day = formatDay(asOf.toZonedDateTimeISO('Europe/Paris').toPlainDate(), locale, 'short')
  return {
    term: label,
    value,
    second: (
      <>
        {`${source}, ${day} · `}
        {changed ? <Status kind="late">{words.changed}</Status> : words.stillTrue}
      </>
    ),
  }
}

function gatesItem(c: Ctx, gates: readonly GateHeld[]) {
  const words = receivedWords[c.get('locale')]
  const held = gates.filter(({ passed }) => passed).length
  return {
    term: words.gates,
    value: <Status kind={held === gates.length ? 'done' : 'late'}>{words.held(held, gates.length)}</Status>,
    second: words.beforeRelease,
  }
}
