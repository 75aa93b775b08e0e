import { checkGates, type NoticeTree } from '../../notices/index.ts'
import type { Temporal } from '../../platform/clock.ts'
import type { Locale } from '../../platform/i18n.ts'
import type { GateResult } from '../campaign-store.ts'
import { factNameIn } from './fact-name.ts'

/** The gates of a text as they are kept with it and shown: reasons in `locale`, facts by the names they have on screen. */
export function noticeGates(
  tree: NoticeTree,
  { locale, checkedOn }: { readonly locale: Locale; readonly checkedOn?: Temporal.PlainDate | undefined },
): GateResult[] {
  const asked = { locale, factName: factNameIn(locale), ...(checkedOn && { checkedOn }) }
  return checkGates(tree, asked).map(({ ok, ...found }) => ({ ...found, passed: ok }))
}
