import type { Context } from 'hono'
import { DescriptionList, type DeskEnv, incidentPath, Section } from '../../desk/index.ts'
import type { Locale } from '../../platform/i18n.ts'
import type { PersonVersion } from './store-changes.ts'
import { nameOf, versionTexts } from './version-texts.ts'

/** On which published lists a person was, in what class, and why they left: never « not concerned ». */
export function PersonVersions({ c, versions }: { c: Context<DeskEnv>; versions: readonly PersonVersion[] }) {
  if (versions.length === 0) return null
  const locale = c.get('locale')
  const text = versionTexts[locale]
  return (
    <Section title={text.versionsOfPerson}>
      <DescriptionList
        items={versions.map((version) => ({
          term: (
            <a href={incidentPath(c, `lists/files?version=${version.number}`)}>
              {text.versionTerm(version.number)}
            </a>
          ),
          value: version.class ? text.className[version.class] : text.notOnVersion(nameOf(version, locale)),
          second: version.reason ? text.removalOf[version.reason] : undefined,
        }))}
      />
    </Section>
  )
}

/** « Elle était sur la liste v1. Plus aucune ligne exposée ne la désigne. »; undefined for who was on none. */
export function leftSentence(versions: readonly PersonVersion[], locale: Locale): string | undefined {
  const text = versionTexts[locale]
  const last = versions.find((version) => version.class !== null)
  if (!last) return undefined
  const left = versions.findLast((version) => version.reason !== null && version.number > last.number)
  return [text.wasOn(nameOf(last, locale)), left?.reason ? text.removalOf[left.reason] : '']
    .filter(Boolean)
    .join(' ')
}
