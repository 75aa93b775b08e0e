import { type Context, Hono } from 'hono'
import {
  Actions,
  Button,
  Cell,
  Checkbox,
  type DeskEnv,
  Lead,
  Ledger,
  Notice,
  Row,
  renderPage,
  Section,
  TextField,
} from '../desk/index.ts'
import type { Refusal } from '../platform/refusal.ts'
import { changeRoles, inviteAgain, inviteStaff, setDisabled } from './change-staff.ts'
import { requireRole, requireStepUp } from './middleware.ts'
import { type Account, ROLES } from './model.ts'
import { localeOf, tryOrRefusal, wordsOf } from './page-answers.tsx'
import { originOf } from './site.ts'
import { accounts } from './store.ts'

/** /staff, for leads: who may come in and with which roles. */
export function staffRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/staff/*', requireRole('lead'), requireStepUp())
  return app
    .get('/staff', (c) => showStaff(c))
    .post('/staff/invitations', async (c) => {
      const form = await c.req.formData()
      const text = (name: string) => String(form.get(name) ?? '')
      const person = {
        login: text('login'),
        name: text('name'),
        title: text('title'),
        roles: form.getAll('roles').map(String),
      }
      const result = await tryOrRefusal(() => inviteStaff(c.get('platform'), c.get('viewer'), person))
      return 'refusal' in result ? showStaff(c, result.refusal) : showLink(c, result.value)
    })
    .post('/staff/:id/invitations', async (c) => {
      const result = await tryOrRefusal(() =>
        inviteAgain(c.get('platform'), c.get('viewer'), c.req.param('id')),
      )
      return 'refusal' in result ? showStaff(c, result.refusal) : showLink(c, result.value)
    })
    .post('/staff/:id/roles', async (c) => {
      const roles = (await c.req.formData()).getAll('roles').map(String)
      return thenStaff(c, () => changeRoles(c.get('platform'), c.get('viewer'), c.req.param('id'), roles))
    })
    .post('/staff/:id/closures', (c) =>
      thenStaff(c, () => setDisabled(c.get('platform'), c.get('viewer'), c.req.param('id'), true)),
    )
    .post('/staff/:id/reopenings', (c) =>
      thenStaff(c, () => setDisabled(c.get('platform'), c.get('viewer'), c.req.param('id'), false)),
    )
}

async function thenStaff(c: Context<DeskEnv>, work: () => Promise<void>): Promise<Response> {
  const result = await tryOrRefusal(work)
  return 'refusal' in result ? showStaff(c, result.refusal) : c.redirect('/staff', 303)
}

async function showStaff(c: Context<DeskEnv>, refusal?: Refusal): Promise<Response> {
  const text = wordsOf(c)
  const all = await accounts(c.get('platform').db)
  const open = all.filter((account) => !account.disabledAt)
  return renderPage(c, {
    title: text.staff,
    current: 'none',
    status: refusal?.http ?? 200,
    notice: refusal ? <Notice tone="late">{refusal.text(localeOf(c))}</Notice> : undefined,
    lead: <Lead sentences={[text.staffLead(open.length)]} note={<a href="/account">{text.account}</a>} />,
    children: (
      <>
        <Section title={text.staff}>
          <Ledger columns={[text.person, text.roles, text.action].map((label) => ({ label }))}>
            {all.map((account) => (
              <StaffRow c={c} account={account} />
            ))}
          </Ledger>
        </Section>
        <InviteForm c={c} />
      </>
    ),
  })
}

function StaffRow({ c, account }: { c: Context<DeskEnv>; account: Account }) {
  const text = wordsOf(c)
  const at = `/staff/${account.id}`
  const state = [
    account.login,
    account.title,
    account.fictional ? text.fictional : '',
    account.disabledAt ? text.disabled : '',
  ]
  return (
    <Row>
      <Cell head second={state.filter(Boolean).join(', ')}>
        {account.name || text.noName}
      </Cell>
      <Cell label={text.roles}>
        <form method="post" action={`${at}/roles`}>
          <RoleBoxes c={c} held={account.roles} />
          <Actions note={text.saveRolesNote}>
            <Button small>{text.saveRoles}</Button>
          </Actions>
        </form>
      </Cell>
      <Cell>
        {account.disabledAt || account.fictional ? null : (
          <form method="post" action={`${at}/invitations`}>
            <Button small>{text.inviteAgain}</Button>
          </form>
        )}
        <form method="post" action={`${at}/${account.disabledAt ? 'reopenings' : 'closures'}`}>
          <Button small>{account.disabledAt ? text.enable : text.disable}</Button>
        </form>
      </Cell>
    </Row>
  )
}

function RoleBoxes({ c, held }: { c: Context<DeskEnv>; held: Account['roles'] }) {
  return ROLES.map((role) => (
    <Checkbox name="roles" value={role} label={wordsOf(c).roleNames[role]} checked={held.includes(role)} />
  ))
}

function InviteForm({ c }: { c: Context<DeskEnv> }) {
  const text = wordsOf(c)
  return (
    <Section title={text.invite}>
      <form method="post" action="/staff/invitations">
        <TextField name="name" label={text.name} maxlength={120} required />
        <TextField name="title" label={text.title} help={text.titleHelp} maxlength={120} />
        <TextField name="login" label={text.login} help={text.loginHelp} autocomplete="off" required />
        <fieldset class="field">
          <legend>{text.roles}</legend>
          <RoleBoxes c={c} held={[]} />
        </fieldset>
        <Actions note={text.inviteNote}>
          <Button primary>{text.inviteButton}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function showLink(c: Context<DeskEnv>, path: string): Promise<Response> {
  const text = wordsOf(c)
  return renderPage(c, {
    title: text.invite,
    current: 'none',
    lead: <Lead sentences={[text.inviteShown]} note={text.inviteShownNote} />,
    children: (
      <>
        <p>
          <code id="invitation">{`${originOf(c)}${path}`}</code>
        </p>
        <p>
          <a href="/staff">{text.backToStaff}</a>
        </p>
      </>
    ),
  })
}
