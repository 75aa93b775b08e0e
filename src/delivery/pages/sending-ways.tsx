import type { Context } from 'hono'
import { hasRole } from '../../access/index.ts'
import { type DeskEnv, incidentPath } from '../../desk/index.ts'
import { composeTexts } from '../compose/compose-texts.ts'
import { correctionTexts } from '../corrections/correction-texts.ts'
import { RELEASERS } from '../model.ts'

/** From the sending page to the pages about its texts. */
export function SendingWays({ c }: { c: Context<DeskEnv> }) {
  const locale = c.get('locale')
  const { title, versions } = correctionTexts[locale]
  const ways = [
    ...(hasRole(c.get('viewer'), ...RELEASERS)
      ? [['sending/compose', composeTexts[locale].way] as const]
      : []),
    ['sending/corrections', title] as const,
    ['sending/versions', versions] as const,
  ]
  return (
    <>
      {ways.map(([path, label]) => (
        <>
          {' · '}
          <a href={incidentPath(c, path)}>{label}</a>
        </>
      ))}
    </>
  )
}
