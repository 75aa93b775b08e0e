import type { Child } from 'hono/jsx'
import type { Locale } from '../../platform/i18n.ts'
import { formatDecimal } from '../../platform/i18n.ts'
import { birthPieces } from './birth-words.ts'
import { type Compared, compareFields } from './compare-fields.ts'
import { fieldTexts } from './field-texts.ts'
import { markDifferences, type Piece } from './mark-differences.ts'
import { type Item, MASKED } from './model.ts'
import type { Nirs } from './show-nir.ts'
import { reviewTexts } from './texts.ts'

export interface PairProps {
  readonly item: Item
  /** The candidate shown: 0 for A. */
  readonly place: number
  readonly exposedName: string
  readonly hrefOf: (place: number) => string
  readonly nirs?: Nirs | undefined
  readonly locale: Locale
}

/** The row and a candidate side by side: a sign and its word for each field, what differs marked on both sides. */
export function PairTable(props: PairProps) {
  const { item, place, exposedName, locale } = props
  const text = reviewTexts[locale]
  const candidate = item.candidates[place]!
  return (
    <table class="ledger pair">
      <caption class="unseen">{text.question}</caption>
      <thead>
        <tr>
          <th scope="col">{text.field}</th>
          <th scope="col">{exposedName}</th>
          <th scope="col">{text.agreement}</th>
          <th scope="col">
            <CandidateHead {...props} />
          </th>
        </tr>
      </thead>
      <tbody>
        {compareFields(item, candidate).map((row) => (
          <FieldRow row={row} props={props} />
        ))}
      </tbody>
    </table>
  )
}

export function isBlind(item: Pick<Item, 'stratum'>): boolean {
  return item.stratum !== 'ambiguous'
}

function CandidateHead({ item, place, hrefOf, locale }: PairProps) {
  const text = reviewTexts[locale]
  const weightOf = (at: number) => (isBlind(item) ? null : (item.candidates[at]?.weight ?? null))
  const figure = (weight: number) => formatDecimal(weight, locale, 1)
  const weight = weightOf(place)
  const others = item.candidates.map((_, at) => at).filter((at) => at !== place)
  const next = (place + 1) % item.candidates.length
  return (
    <>
      {text.candidate(text.letters[place]!)}
      {weight === null ? null : text.weight(figure(weight))}
      {others.map((at) => (
        <>
          {' '}
          <a class="see" href={hrefOf(at)} {...(at === next ? { 'data-key': 'b' } : {})}>
            {text.see(text.letters[at]!)}
            {weightOf(at) === null ? null : `, ${figure(weightOf(at)!)}`}
            {at === next ? <kbd>B</kbd> : null}
          </a>
        </>
      ))}
    </>
  )
}

function FieldRow({ row, props }: { row: Compared; props: PairProps }) {
  const words = fieldTexts[props.locale]
  const [sign, word] = words.signs[row.sign]
  const [exposed, own] = row.field === 'nir' ? nirCells(props) : cells(row, props.locale)
  const head = row.field
  return (
    <tr class={row.sign}>
      <th scope="row">{words.fields[head] ?? head}</th>
      <td class="value">{exposed}</td>
      <td class="sign">
        <span class="mark" aria-hidden="true">
          {sign}
        </span>{' '}
        <span class="word">{word}</span>
        {row.note ? <span class="second">{words.notes[row.note]}</span> : null}
      </td>
      <td class="value">{own}</td>
    </tr>
  )
}

function nirCells({ nirs, locale }: PairProps): [Child, Child] {
  if (!nirs) return [masked(locale), masked(locale)]
  const none = reviewTexts[locale].nirNone
  const plain = [nirs.exposed, nirs.candidate].map((text) => [{ text, differs: false }])
  const both = nirs.exposed !== '' && nirs.candidate !== ''
  const [one, two] = both ? markDifferences(nirs.exposed, nirs.candidate) : [plain[0]!, plain[1]!]
  const shown = (text: string, pieces: readonly Piece[]) =>
    text === '' ? <span class="masked">{none}</span> : <Pieces pieces={pieces} />
  return [shown(nirs.exposed, one), shown(nirs.candidate, two)]
}

function masked(locale: Locale): Child {
  return <span class="masked">{fieldTexts[locale].masked}</span>
}

function cells(row: Compared, locale: Locale): [Child, Child] {
  const words = fieldTexts[locale]
  const none = <span class="masked">{words.none}</span>
  const compared = row.sign === 'close' || row.sign === 'different'
  const plain = (text: string): Piece[] => [{ text, differs: false }]
  const [one, two] =
    row.field === 'birth_date'
      ? [birthSide(row.exposed, row.own, locale), birthSide(row.own, row.exposed, locale)]
      : compared
        ? markDifferences(row.exposed, row.own)
        : [plain(row.exposed), plain(row.own)]
  if (row.exposed === MASKED && row.own === MASKED) return [masked(locale), masked(locale)]
  const side = (value: string, pieces: readonly Piece[]) => (value === '' ? none : <Pieces pieces={pieces} />)
  return [
    <>
      {side(row.exposed, one)}
      {row.read && row.sign !== 'same' ? <span class="second">{words.readAs(row.read)}</span> : null}
    </>,
    side(row.own, two),
  ]
}

function birthSide(date: string, other: string, locale: Locale): Piece[] {
  return date.length === 8 ? birthPieces(date, other, locale) : [{ text: date, differs: false }]
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, differs }) => (differs ? <b class="differs">{text}</b> : text))}</>
}
