import { companiesHold, companyFigures, funnel, strategyRefusals, totalOf } from '../people/lists/index.ts'
import { formatInteger } from '../platform/i18n.ts'
import { chosenIncident, incidentOption } from './chosen-incident.ts'
import { defineCommand } from './command.ts'

/** Exits 1 when the companies do not make up the list. */
export const command = defineCommand({
  name: 'lists companies',
  summary: {
    fr: 'Répartit les personnes de la liste en vigueur entre les sociétés adhérentes.',
    en: 'Divides the people of the current list among the member companies.',
  },
  options: incidentOption,
  async run(call) {
    const { platform } = await call.platform()
    const { id } = await chosenIncident(platform.db, call, 'lists companies')
    const figures = await funnel(platform.db, id)
    if (!figures) throw strategyRefusals.strategyWithoutList()
    const companies = await companyFigures(platform.db, figures.listVersion.id)
    const holds = companiesHold(companies, figures.persons)
    const n = (value: number) => formatInteger(value, call.locale)
    const french = call.locale === 'fr'
    const line = (name: string, concerned: number, doubtful: number) =>
      french
        ? `${name}\u00a0: ${n(concerned)} concernées, ${n(doubtful)} que l’on ne peut pas écarter`
        : `${name}: ${n(concerned)} concerned, ${n(doubtful)} who cannot be excluded`
    const total = totalOf(companies)
    const lines = [
      ...companies.map(({ company, concerned, byClass }) =>
        line(
          company ?? (french ? 'Société non indiquée' : 'Company not given'),
          concerned,
          byClass.cannot_be_excluded,
        ),
      ),
      `${line('Total', total.concerned, total.byClass.cannot_be_excluded)} ${holds ? (french ? '✓ Juste' : '✓ Sound') : french ? '✗ Écart' : '✗ Does not hold'}`,
    ]
    return {
      json: { list_version: figures.listVersion.number, holds, total, companies },
      text: lines.join('\n'),
      exit: holds ? 0 : 1,
    }
  },
})
