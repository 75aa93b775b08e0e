import {
  Cell,
  DescriptionList,
  Instant,
  incidentPath,
  Lead,
  Ledger,
  Row,
  Section,
  Status,
} from '../../desk/index.ts'
import { actorName } from '../../journal/index.ts'
import { formatInteger } from '../../platform/i18n.ts'
import { inStory } from '../in-story.ts'
import { contractsOf } from '../insurance-store.ts'
import { type CoverLine, type InsuranceContract, LOSSES, type Loss } from '../model.ts'
import { showEuros } from '../show-figures.ts'
import { type Ctx, mayWrite } from '../typed-form.ts'
import { renderRegister } from './render-register.tsx'
import { disruptionTexts } from './texts.ts'

const ICONS = { yes: 'done', no: 'not_required', unknown: 'depends' } as const

/** Every insurer card, with what its contract covers. */
export async function insurancePage(c: Ctx): Promise<Response> {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const contracts = await inStory(c, await contractsOf(c.get('platform').db, c.get('incident').id))
  const add = <a href={incidentPath(c, 'disruption/insurance/new')}>{words.newCard}</a>
  return renderRegister(c, {
    title: words.insurance,
    lead: (
      <Lead
        sentences={[words.contractLead(contracts.length, formatInteger(contracts.length, locale))]}
        note={words.membersDuty}
      />
    ),
    children: (
      <>
        {contracts.map((contract) => (
          <Section
            title={words.cardTitle(contract.insurer, contract.insuredName)}
            aside={
              mayWrite(c) ? (
                <a href={incidentPath(c, `disruption/insurance/${contract.number}`)}>{words.changeCard}</a>
              ) : null
            }
          >
            <Card c={c} contract={contract} />
            <div class="apart">
              <Matrix c={c} cover={contract.cover} />
            </div>
          </Section>
        ))}
        <p class="help apart">{words.complaintCondition}</p>
        {mayWrite(c) ? <p class="apart">{add}</p> : null}
      </>
    ),
  })
}

/** The two or three lines someone needs on the telephone. */
export function CardSummary({ c, contract }: { c: Ctx; contract: InsuranceContract }) {
  const words = disruptionTexts[c.get('locale')]
  const codes = [
    contract.phone,
    contract.protocolCode && `${words.protocolCode} ${contract.protocolCode}`,
    contract.groupContract && `${words.groupContract} ${contract.groupContract}`,
    contract.membership && `${words.membership} ${contract.membership}`,
  ]
  return (
    <p>
      <b>{words.cardTitle(contract.insurer, contract.insuredName)}</b>, {words.kinds[contract.kind]}
      <span class="second">{codes.filter(Boolean).join(' · ') || words.unknownYet}</span>
    </p>
  )
}

export function Card({ c, contract }: { c: Ctx; contract: InsuranceContract }) {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const missing = <Status kind="depends">{words.unknownYet}</Status>
  const { phone, phoneAbroad, protocolCode, groupContract, membership, noticeWorkingDays } = contract
  return (
    <DescriptionList
      items={[
        { term: words.contractKind, value: words.kinds[contract.kind] },
        {
          term: words.phone,
          value: phone ?? missing,
          second: words.roundTheClockAnswers[contract.roundTheClock],
        },
        { term: words.phoneAbroad, value: phoneAbroad ?? missing },
        { term: words.protocolCode, value: protocolCode ?? missing },
        { term: words.groupContract, value: groupContract ?? missing },
        { term: words.membership, value: membership ?? missing },
        {
          term: words.noticeDelay,
          value: noticeWorkingDays === null ? missing : words.noticeDays(noticeWorkingDays),
        },
        {
          term: words.source,
          value: contract.source,
          second: (
            <>
              <Instant at={contract.at} locale={locale} /> {words.by(actorName(contract.by))}
            </>
          ),
        },
      ]}
    />
  )
}

/** Every loss has its line: a silence of the contract shows as one. */
export function Matrix({ c, cover }: { c: Ctx; cover: readonly CoverLine[] }) {
  const words = disruptionTexts[c.get('locale')]
  return (
    <Ledger caption={words.matrix} columns={words.coverColumns.map((label) => ({ label }))}>
      {LOSSES.filter((loss) => loss !== 'other' || cover.some((line) => line.loss === loss)).map((loss) => (
        <MatrixLine c={c} loss={loss} line={cover.find((one) => one.loss === loss)} />
      ))}
    </Ledger>
  )
}

function MatrixLine({ c, loss, line }: { c: Ctx; loss: Loss; line: CoverLine | undefined }) {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const [, , condition = '', deductible = '', source = ''] = words.coverColumns
  if (!line)
    return (
      <Row>
        <Cell head>{words.losses[loss]}</Cell>
        <Cell>
          <Status kind="depends">{words.notRead}</Status>
        </Cell>
        <Cell />
        <Cell />
        <Cell />
      </Row>
    )
  return (
    <Row>
      <Cell head>{words.losses[loss]}</Cell>
      <Cell>
        <Status kind={ICONS[line.covered]}>{words.answers[line.covered]}</Status>
      </Cell>
      <Cell label={condition}>{line.condition ?? '–'}</Cell>
      <Cell label={deductible}>
        {line.deductibleCents === null ? '–' : showEuros(line.deductibleCents, locale)}
      </Cell>
      <Cell label={source}>{line.source}</Cell>
    </Row>
  )
}
