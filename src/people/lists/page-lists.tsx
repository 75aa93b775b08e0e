import type { Context } from 'hono'
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
import type { ImportedList } from './store-pages.ts'
import type { ListVersion } from './store-versions.ts'
import { type Texts, texts } from './texts.ts'
import { nameOf, versionTexts } from './version-texts.ts'

/** The two files behind a list version, with the account of their lines. */
export function renderFiles(
  c: Context<DeskEnv>,
  version: Pick<ListVersion, 'number'>,
  lists: readonly ImportedList[],
): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const words = versionTexts[locale]
  const name = nameOf(version, locale)
  return renderPage(c, {
    title: words.filesOf(name),
    current: 'lists',
    crumbs: [{ label: text.lists, href: incidentPath(c, 'lists') }, { label: words.filesOf(name) }],
    lead: <Lead sentences={[words.filesLead(name)]} />,
    children: lists.map((list) => (
      <Section title={text.kinds[list.kind]} aside={list.fileName}>
        <DescriptionList items={itemsOf(c, version, list, text, locale)} />
      </Section>
    )),
  })
}

function itemsOf(
  c: Context<DeskEnv>,
  version: Pick<ListVersion, 'number'>,
  list: ImportedList,
  text: Texts,
  locale: Locale,
) {
  const n = (value: number) => formatInteger(value, locale)
  const rows =
    list.kind === 'exposed'
      ? incidentPath(c, `lists/rows?version=${version.number ?? 'draft'}&verdict=unreadable`)
      : undefined
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
