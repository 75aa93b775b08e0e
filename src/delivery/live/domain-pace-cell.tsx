import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import { Button, Cell, type DeskEnv, Status } from '../../desk/index.ts'
import { RELEASERS } from '../model.ts'
import { samePage } from '../pages/campaign-in-hand.ts'
import type { DomainPace } from '../waves/domain-store.ts'
import { wavesTexts } from '../waves/texts.ts'

type Ctx = Context<DeskEnv>

/** How a domain goes: as the campaign, slowed, or held with the reason and the verb of a named person. */
export function DomainPaceCell({ c, pace }: { c: Ctx; pace: DomainPace | undefined }) {
  const words = wavesTexts[c.get('locale')]
  return (
    <Cell label={words.pace}>
      {pace ? <Unusual c={c} pace={pace} /> : <Status kind="todo">{words.normal}</Status>}
    </Cell>
  )
}

/** Domains without a row of their own that are slowed or held, named one by one: somebody may have to act. */
export function OthersPaceCell({ c, paces }: { c: Ctx; paces: readonly DomainPace[] }) {
  const words = wavesTexts[c.get('locale')]
  if (paces.length === 0)
    return (
      <Cell label={words.pace}>
        <Status kind="todo">{words.normal}</Status>
      </Cell>
    )
  return (
    <Cell label={words.pace}>
      {paces.map((pace) => (
        <p>
          {pace.domain} <Unusual c={c} pace={pace} />
        </p>
      ))}
    </Cell>
  )
}

function Unusual({ c, pace }: { c: Ctx; pace: DomainPace }) {
  const words = wavesTexts[c.get('locale')]
  if (pace.heldAt === null)
    return (
      <>
        <Status kind="soon">{words.slowed}</Status>
        <span class="second">{words.slowedTo(pace.perHour ?? 0)}</span>
      </>
    )
  return (
    <>
      <Status kind="held">{words.heldDomain}</Status>
      <span class="second">{words.heldDomainWhy}</span>
      {hasRole(c.get('viewer'), ...RELEASERS) ? (
        <form method="post" action={samePage(c, 'sending/domains/resumptions')}>
          <Button small name="domain" value={pace.domain}>
            {words.resumeDomain}
          </Button>
        </form>
      ) : null}
    </>
  )
}
