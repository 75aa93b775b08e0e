import type { Context } from 'hono'
import {
  Actions,
  Button,
  Columns,
  type Description,
  DescriptionList,
  type DeskEnv,
  incidentPath,
  Lead,
  Notice,
  Proof,
  RadioGroup,
  renderPage,
  Section,
  SelectField,
  TextField,
} from '../../desk/index.ts'
import { formatInstant, formatInteger, formatShare, type Locale } from '../../platform/i18n.ts'
import { dateFormats } from '../identity/index.ts'
import { type ListRole, refuseSwappedLists } from '../read/index.ts'
import { chosenFields, dateFormatOf } from './choose-columns.ts'
import { ColumnsTable } from './columns-table.tsx'
import { type Intake, KEPT_HOURS, ROLES, type SeenFile, type SeenFiles } from './model.ts'
import { SaveMapping, UsableMappings } from './page-mappings.tsx'
import { crumbsOf } from './page-upload.tsx'
import type { NamedMapping } from './store-mappings.ts'
import { type IntakeTexts, intakeTexts } from './texts.ts'
import { type Missing, NEEDED, whatIsMissing } from './what-is-missing.ts'

export interface ConfirmPage {
  readonly intake: Intake
  readonly seen: SeenFiles
  /** Saved columns that fit these files. */
  readonly usable: readonly NamedMapping[]
  readonly used: NamedMapping | undefined
  /** Why the last try, or the last choice, was refused. */
  readonly error?: string | undefined
}

/** What was seen of both files, each column with its field, and what is missing: a person decides. */
export function renderConfirm(c: Context<DeskEnv>, page: ConfirmPage): Promise<Response> {
  const locale = c.get('locale')
  const text = intakeTexts[locale]
  const { intake, error } = page
  const until = formatInstant(intake.openedAt.add({ hours: KEPT_HOURS }), locale, { form: 'short' })
  const fields = (role: ListRole) => chosenFields(page.seen[role], intake.columns?.[role])
  const missing = {
    register: whatIsMissing('register', fields('register')),
    exposed: whatIsMissing('exposed', fields('exposed')),
  }
  const cannot = ROLES.some((role) => missing[role].some((what) => NEEDED.includes(what)))
  const { confirm } = text
  return renderPage(c, {
    title: text.title,
    current: 'lists',
    status: error ? 422 : 200,
    crumbs: crumbsOf(c, text),
    notice: noticeOf(c, page, text),
    lead: (
      <Lead
        sentences={cannot ? confirm.leadMissing : confirm.lead}
        note={
          <>
            {confirm.note(until)} <a href="#decide">{confirm.toDecide}</a>
          </>
        }
      />
    ),
    islands: ['live'],
    children: (
      <>
        <UsableMappings c={c} page={page} />
        <form method="post" action={pathOf(c, intake, 'starts')}>
          <KeepOnEnter to={pathOf(c, intake, 'columns')} label={confirm.keep} />
          {ROLES.map((role) => (
            <FileSection role={role} page={page} missing={missing[role]} text={text} locale={locale} />
          ))}
          <Section id="decide" title={confirm.decide}>
            <RadioGroup
              name="national_id_kind"
              label={confirm.kind}
              value={intake.columns?.national_id_kind ?? page.seen.register.layout.nationalIdKind}
              choices={(['nir', 'opaque'] as const).map((kind) => ({
                value: kind,
                label: confirm.kinds[kind],
              }))}
            />
            <Actions note={confirm.importNote}>
              <Button primary>{confirm.import}</Button>
            </Actions>
            <Actions>
              <Button formaction={pathOf(c, intake, 'columns')}>{confirm.keep}</Button>
              <Button formaction={pathOf(c, intake, 'columns')} name="reset" value="yes">
                {confirm.reset}
              </Button>
            </Actions>
            <SaveMapping action={pathOf(c, intake, 'mappings')} text={text} used={page.used} />
          </Section>
        </form>
        <p>
          <a href={pathOf(c, intake, 'columns.json')}>{confirm.download}</a>
        </p>
        <form method="post" action={pathOf(c, intake, 'abandonments')}>
          <Actions>
            <Button>{confirm.abandon}</Button>
          </Actions>
        </form>
      </>
    ),
  })
}

/** Enter in a field presses the first button of its form: it keeps the choice, for it must never start an import. */
function KeepOnEnter({ to, label }: { to: string; label: string }) {
  return (
    <button type="submit" formaction={to} hidden>
      {label}
    </button>
  )
}

export function pathOf(c: Context<DeskEnv>, intake: Pick<Intake, 'id'>, more = ''): string {
  return incidentPath(c, `lists/import/${intake.id}${more ? `/${more}` : ''}`)
}

/** One notice at most: what was refused, else what looks wrong with the pair of files. */
function noticeOf(c: Context<DeskEnv>, { intake, seen, error }: ConfirmPage, { confirm }: IntakeTexts) {
  const refused = error ?? intake.failure?.[c.get('locale')]
  if (refused)
    return <Notice tone={intake.failure?.code === 'intake.stopped' ? 'soon' : 'late'}>{refused}</Notice>
  const { register, exposed } = seen
  if (register.read && register.read.sha256 === exposed.read?.sha256)
    return <Notice tone="late">{confirm.same}</Notice>
  if (!intake.columns && lookSwapped(intake, seen))
    return (
      <Notice tone="soon">
        <p>{confirm.swapped}</p>
        <form method="post" action={pathOf(c, intake, 'swaps')}>
          <Button small>{confirm.swap}</Button>
        </form>
      </Notice>
    )
  return undefined
}

function lookSwapped({ names }: Intake, { register, exposed }: SeenFiles): boolean {
  try {
    refuseSwappedLists(
      { path: '', name: names.register, layout: register.layout },
      { path: '', name: names.exposed, layout: exposed.layout },
    )
    return false
  } catch {
    return true
  }
}

function FileSection(props: {
  role: ListRole
  page: ConfirmPage
  missing: readonly Missing[]
  text: IntakeTexts
  locale: Locale
}) {
  const { role, page, missing, text, locale } = props
  const { intake } = page
  const seen = page.seen[role]
  const said = dateFormatOf(intake.columns?.[role])
  const { confirm } = text
  return (
    <Section title={text.roles[role]} aside={intake.names[role]}>
      <div data-live={`about-${role}`}>
        <DescriptionList items={aboutFile(seen, intake, intake.bytes[role], text, locale)} />
      </div>
      <ColumnsTable role={role} seen={seen} side={intake.columns?.[role]} text={text} />
      <Columns kind="1-1">
        <SelectField
          name={`${role}_date`}
          label={confirm.date}
          help={confirm.dateHelp}
          value={said ?? ''}
          choices={[
            {
              value: '',
              label: confirm.dateFound(confirm.dates[seen.layout.dateFormat] ?? seen.layout.dateFormat),
            },
            ...dateFormats.map((format) => ({ value: format, label: confirm.dates[format] ?? format })),
          ]}
        />
        <OpeningChoice role={role} seen={seen} text={text} />
      </Columns>
      <h3 class="apart">{confirm.missing}</h3>
      {missing.length === 0 ? (
        <p>{confirm.nothingMissing}</p>
      ) : (
        <ul class="missing">
          {missing.map((what) => (
            <li>{NEEDED.includes(what) ? <b>{text.missing[what]}</b> : text.missing[what]}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function aboutFile(
  seen: SeenFile,
  { progress }: Intake,
  bytes: number,
  text: IntakeTexts,
  locale: Locale,
): Description[] {
  const { confirm } = text
  const n = (value: number) => formatInteger(value, locale)
  // Of both files together: the one is counted after the other.
  const share = progress?.total ? formatShare(progress.done, progress.total, locale, 0) : ''
  return [
    { term: confirm.readAs, value: readAs(seen, text) },
    seen.read
      ? accountItem(seen.read.accounting, text, locale)
      : {
          term: confirm.lines,
          value: [confirm.counting, share].filter(Boolean).join(', '),
          second: confirm.countingNote,
        },
    { term: confirm.size, value: confirm.bytes(n(bytes)) },
  ]
}

function readAs({ layout }: SeenFile, { confirm }: IntakeTexts): string {
  const { kind, encoding, separator, sheet } = layout
  const ways = {
    delimited: [encoding.toUpperCase(), confirm.separator(nameOf(separator, confirm))],
    xlsx: ['Excel', sheet ? confirm.sheet(sheet) : ''],
    parquet: ['Parquet'],
  }
  return [...ways[kind], layout.hasHeader ? '' : confirm.noHeader].filter(Boolean).join(', ')
}

function nameOf(separator: string, { tab, space }: IntakeTexts['confirm']): string {
  if (separator === '\t') return tab
  return separator === ' ' ? space : separator
}

const SEPARATORS = [';', ',', '\t', '|']

/** Another separator or another sheet makes other columns: the file is looked at again. */
function OpeningChoice({ role, seen, text }: { role: ListRole; seen: SeenFile; text: IntakeTexts }) {
  const { kind, separator, sheet } = seen.layout
  const { confirm } = text
  if (kind === 'xlsx')
    return (
      <TextField
        name={`${role}_sheet`}
        label={confirm.sheetName}
        help={confirm.reopenHelp}
        value={sheet}
        maxlength={60}
        autocomplete="off"
      />
    )
  if (kind !== 'delimited') return null
  return (
    <SelectField
      name={`${role}_separator`}
      label={confirm.separatorName}
      help={confirm.reopenHelp}
      value={separator}
      choices={[...new Set([separator, ...SEPARATORS])].map((value) => ({
        value,
        label: nameOf(value, confirm),
      }))}
    />
  )
}

function accountItem(
  a: NonNullable<SeenFile['read']>['accounting'],
  { confirm }: IntakeTexts,
  locale: Locale,
): Description {
  const n = (value: number) => formatInteger(value, locale)
  const left = a.headerLines + a.blankLines + a.records + a.continuationLines + a.quarantined
  return {
    term: confirm.lines,
    value: confirm.account({
      lines: n(a.lines),
      header: n(a.headerLines),
      blank: n(a.blankLines),
      records: n(a.records),
      continuation: n(a.continuationLines),
      quarantined: n(a.quarantined),
    }),
    second: <Proof check={{ left, right: a.lines }} locale={locale} />,
  }
}
