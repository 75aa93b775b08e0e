import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import {
  Actions,
  Button,
  Cell,
  type DeskEnv,
  Instant,
  incidentPath,
  Ledger,
  Row,
  Section,
} from '../../desk/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { SEALERS } from './model.ts'
import { sealsTexts } from './seals-texts.ts'
import type { KeptSeal } from './tree-store.ts'

/** « Sceaux »: when every outcome was sealed in the journal, and what that allows. */
export function SealsSection({ c, seals }: { c: Context<DeskEnv>; seals: readonly KeptSeal[] }) {
  const locale = c.get('locale')
  const words = sealsTexts[locale]
  const viewer = c.get('viewer')
  return (
    <Section
      title={words.title}
      aside={
        hasRole(viewer, 'lead', 'dpo', 'auditor') ? (
          <a href={incidentPath(c, 'purge')}>{words.purge}</a>
        ) : undefined
      }
    >
      <p>{words.why}</p>
      {seals.length === 0 ? <p>{words.none}</p> : null}
      {seals.length === 0 ? null : (
        <Ledger
          columns={[
            { label: words.columns[0] ?? '' },
            { label: words.columns[1] ?? '' },
            { label: words.columns[2] ?? '', align: 'right' },
            { label: words.columns[3] ?? '' },
            { label: words.columns[4] ?? '', align: 'right' },
          ]}
        >
          {[...seals].reverse().map((seal) => (
            <Row>
              <Cell>
                <Instant at={seal.sealedAt} locale={locale} />
              </Cell>
              <Cell>{words.milestones[seal.milestone]}</Cell>
              <Cell align="right" label={words.columns[2] ?? ''}>
                {formatInteger(seal.size, locale)}
              </Cell>
              <Cell
                label={words.columns[3] ?? ''}
              >{`${seal.root.slice(0, 4)} ${seal.root.slice(4, 8)}`}</Cell>
              <Cell align="right" label={words.columns[4] ?? ''}>
                {formatInteger(seal.journalSeq, locale)}
              </Cell>
            </Row>
          ))}
        </Ledger>
      )}
      {hasRole(viewer, ...SEALERS) ? (
        <form method="post" action={incidentPath(c, 'proof/seals')}>
          <Actions note={words.sealNote}>
            <Button>{words.seal}</Button>
          </Actions>
        </form>
      ) : null}
    </Section>
  )
}
