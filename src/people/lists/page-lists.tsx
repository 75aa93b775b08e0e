import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import {
  DescriptionList,
  type DeskEnv,
  FigureLink,
  Instant,
  incidentPath,
  Lead,
  Proof,
  renderPage,
  Section,
} from '../../desk/index.ts'
import { formatInteger, type Locale } from '../../platform/i18n.ts'
import { companyTexts } from './company-texts.ts'
import type { ImportedList } from './store-pages.ts'
import { strategyTexts } from './strategy-texts.ts'
import { type Texts, texts } from './texts.ts'

/** The two files of each list version, with the account of their lines. */
export function renderLists(c: Context<DeskEnv>, lists: readonly ImportedList[]): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const importLink = <a href={incidentPath(c, 'lists/import')}>{text.importLists}</a>
  return renderPage(c, {
    title: text.lists,
    current: 'lists',
    lead: (
      <Lead
        sentences={[text.listsLead(lists[0]?.version ?? 0)]}
        note={<ListLinks c={c} importLink={importLink} />}
      />
    ),
    children: lists.map((list) => (
      <Section title={`${text.kinds[list.kind]}, ${text.version(list.version)}`} aside={list.fileName}>
        <DescriptionList items={itemsOf(c, list, text, locale)} />
      </Section>
    )),
  })
}

function ListLinks({ c, importLink }: { c: Context<DeskEnv>; importLink: Child }) {
  const locale = c.get('locale')
  return (
    <>
      {importLink} · <a href={incidentPath(c, 'lists/companies')}>{companyTexts[locale].link}</a> ·{' '}
      <a href={incidentPath(c, 'lists/strategy')}>{strategyTexts[locale].link}</a>
    </>
  )
}

function itemsOf(c: Context<DeskEnv>, list: ImportedList, text: Texts, locale: Locale) {
  const n = (value: number) => formatInteger(value, locale)
  const rows = list.kind === 'exposed' ? incidentPath(c, 'lists/rows?verdict=unreadable') : undefined
  return [
    {
      term: text.account,
      value: accountOf(list, text, n),
      second: <Proof check={checkOf(list)} locale={locale} />,
    },
    {
      term: text.quarantine,
      value: <FigureLink value={list.quarantined} href={rows} locale={locale} />,
      second: text.quarantineNote,
    },
    {
      term: text.readAs,
      value: `${list.encoding}, ${text.separatedBy(list.separator === '\t' ? text.tab : list.separator)}`,
    },
    { term: text.fileSize, value: text.bytes(n(list.bytes)) },
    { term: text.hash, value: <code>{list.sha256.replace(/(.{8})/g, '$1 ').trim()}</code> },
    { term: text.importedAt, value: <Instant at={list.importedAt} locale={locale} form="long" /> },
  ]
}

function accountOf(list: ImportedList, text: Texts, n: (value: number) => string): string {
  return text.accountSum({
    lines: n(list.lines),
    header: n(list.headerLines),
    blank: n(list.blankLines),
    records: n(list.records),
    continuation: n(list.continuation),
    quarantined: n(list.quarantined),
  })
}

function checkOf(list: ImportedList) {
  return {
    left: list.headerLines + list.blankLines + list.records + list.continuation + list.quarantined,
    right: list.lines,
  }
}
