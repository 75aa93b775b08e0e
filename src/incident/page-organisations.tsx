import type { Context } from 'hono'
import { actorOf } from '../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  Checkbox,
  type DeskEnv,
  incidentPath,
  Lead,
  Ledger,
  Notice,
  Row,
  renderPage,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../desk/index.ts'
import { formatInteger, type Locale } from '../platform/i18n.ts'
import { type AddOrganisationInput, addOrganisation } from './add-organisation.ts'
import { linkOrganisations } from './link-organisations.ts'
import { mayWrite, readFields } from './may-write.ts'
import { type Organisation, type OrganisationLink, ROLES, sayIn } from './model.ts'
import { contactLines } from './show-value.ts'
import { blank, refusedFields, type SideForm, writeOrShowAgain } from './side-form.ts'
import { listLinks, listOrganisations } from './store.ts'
import { texts } from './texts.ts'

/** `facts/organisations`: who is in the incident, and the chain from supplier to client. */
export async function organisationsPage(c: Context<DeskEnv>, form: SideForm = blank): Promise<Response> {
  const locale = c.get('locale')
  const text = texts[locale]
  const { db } = c.get('platform')
  const organisations = await listOrganisations(db, c.get('incident').id)
  const links = await listLinks(db, c.get('incident').id)
  const count = formatInteger(organisations.length, locale)
  const sentence = organisations.length
    ? text.lead.organisations(count, organisations.length > 1)
    : text.lead.noOrganisation
  return renderPage(c, {
    title: text.organisations,
    current: 'facts',
    status: form.refusal?.http ?? 200,
    crumbs: [{ label: text.facts, href: incidentPath(c, 'facts') }, { label: text.organisations }],
    notice: form.refusal ? <Notice tone="late">{form.refusal.text(locale)}</Notice> : null,
    lead: <Lead sentences={[sentence]} />,
    children: (
      <>
        <Chain organisations={organisations} links={links} locale={locale} />
        <Organisations organisations={organisations} locale={locale} />
        {mayWrite(c) ? (
          <>
            <OrganisationForm action={incidentPath(c, 'facts/organisations')} form={form} locale={locale} />
            <LinkForm
              action={incidentPath(c, 'facts/organisations/links')}
              form={form}
              locale={locale}
              organisations={organisations}
            />
          </>
        ) : null}
      </>
    ),
  })
}

/** `POST facts/organisations`. */
export async function createOrganisation(c: Context<DeskEnv>): Promise<Response> {
  const fields = await readFields(c)
  const { key = '', name = '', shortName = '', own } = fields
  const roles = (fields['roles'] ?? '').split('\n').filter(Boolean)
  const contacts = Object.fromEntries(
    ['email', 'phone'].flatMap((part) => (fields[part] ? [[part, fields[part]]] : [])),
  )
  const input = {
    key,
    name,
    shortName,
    roles,
    own: own === 'yes',
    ...(Object.keys(contacts).length && { contacts }),
  }
  return writeOrShowAgain(c, fields, 'facts/organisations', organisationsPage, () =>
    addOrganisation(
      c.get('platform'),
      c.get('incident').id,
      input as AddOrganisationInput,
      actorOf(c.get('viewer')),
    ),
  )
}

/** `POST facts/organisations/links`. */
export async function createLink(c: Context<DeskEnv>): Promise<Response> {
  const fields = await readFields(c)
  const { supplier = '', client = '', serviceFr = '', serviceEn } = fields
  const service = { fr: serviceFr, ...(serviceEn && { en: serviceEn }) }
  return writeOrShowAgain(c, fields, 'facts/organisations', organisationsPage, () =>
    linkOrganisations(
      c.get('platform'),
      c.get('incident').id,
      { supplier, client, service },
      actorOf(c.get('viewer')),
    ),
  )
}

interface Parties {
  readonly organisations: readonly Organisation[]
  readonly locale: Locale
}

function Chain({ organisations, links, locale }: Parties & { links: readonly OrganisationLink[] }) {
  const text = texts[locale].organisation
  const nameOf = (id: string) => organisations.find((organisation) => organisation.id === id)?.name
  if (links.length === 0) return <Section title={text.chain}>{texts[locale].empty}</Section>
  return (
    <Section title={text.chain}>
      <Ledger columns={[{ label: text.supplier }, { label: text.client }, { label: text.columns.service }]}>
        {links.map((link) => (
          <Row>
            <Cell head>{nameOf(link.supplierId)}</Cell>
            <Cell label={text.client}>{nameOf(link.clientId)}</Cell>
            <Cell>{sayIn(locale, link.service)}</Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

function Organisations({ organisations, locale }: Parties) {
  const text = texts[locale].organisation
  if (organisations.length === 0) return null
  const { name, roles, contacts } = text.columns
  return (
    <Section title={text.all}>
      <Ledger columns={[{ label: name }, { label: roles }, { label: contacts }]}>
        {organisations.map((organisation) => (
          <Row>
            <Cell head second={organisation.own ? text.ours : undefined}>
              {organisation.name}
            </Cell>
            <Cell>{organisation.roles.map((role) => texts[locale].roles[role]).join(', ')}</Cell>
            <Cell>{contactLines(organisation.contacts).join(' · ')}</Cell>
          </Row>
        ))}
      </Ledger>
    </Section>
  )
}

function OrganisationForm({ action, form, locale }: { action: string; form: SideForm; locale: Locale }) {
  const text = texts[locale]
  const field = refusedFields(form, locale)
  const chosen = (form.fields['roles'] ?? '').split('\n')
  return (
    <Section title={text.organisation.add}>
      <form method="post" action={action}>
        <TextField {...field('name')} label={text.organisation.name} />
        <TextField {...field('shortName')} label={text.organisation.shortName} />
        <TextField {...field('key')} label={text.organisation.key} help={text.organisation.keyHelp} />
        <fieldset class="field">
          <legend>{text.organisation.roles}</legend>
          {ROLES.map((role) => (
            <Checkbox name="roles" value={role} label={text.roles[role]} checked={chosen.includes(role)} />
          ))}
          {field('roles').error ? <p class="error">{field('roles').error}</p> : null}
        </fieldset>
        <TextField {...field('email', 'contacts.email')} label={text.form.email} />
        <TextField {...field('phone', 'contacts.phone')} type="tel" label={text.form.phone} />
        <Checkbox name="own" label={text.organisation.own} checked={form.fields['own'] === 'yes'} />
        <Actions>
          <Button primary>{text.organisation.add}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function LinkForm({ action, form, locale, organisations }: Parties & { action: string; form: SideForm }) {
  if (organisations.length < 2) return null
  const text = texts[locale].organisation
  const field = refusedFields(form, locale)
  const choices = organisations.map(({ key, name }) => ({ value: key, label: name }))
  return (
    <Section title={text.link}>
      <form method="post" action={action}>
        <SelectField {...field('supplier')} label={text.supplier} choices={choices} />
        <SelectField {...field('client')} label={text.client} choices={choices} />
        <TextArea {...field('serviceFr', 'service.fr')} rows={2} label={text.service} />
        <TextArea {...field('serviceEn', 'service.en')} rows={2} label={texts[locale].form.textEn} />
        <Actions>
          <Button primary>{text.link}</Button>
        </Actions>
      </form>
    </Section>
  )
}
