import {
  Actions,
  Button,
  Columns,
  incidentPath,
  Lead,
  Section,
  SelectField,
  TextField,
} from '../../desk/index.ts'
import { listOrganisations } from '../../incident/index.ts'
import { contractsOf } from '../insurance-store.ts'
import { ANSWERS, CONTRACT_KINDS, type InsuranceContract, LOSSES } from '../model.ts'
import { disruptionRefusals } from '../refusals.ts'
import { binder, type Ctx, type Typed } from '../typed-form.ts'
import { Matrix } from './page-insurance.tsx'
import { renderRegister } from './render-register.tsx'
import { disruptionTexts } from './texts.ts'

/** A new insurer card, or one to change: its codes, its cover, its withdrawal. */
export async function cardPage(c: Ctx, number?: number, typed?: Typed): Promise<Response> {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const { db } = c.get('platform')
  const contract = (await contractsOf(db, c.get('incident').id)).find((one) => one.number === number)
  if (number !== undefined && !contract) throw disruptionRefusals.unknown({ number })
  const title = contract ? words.cardTitle(contract.insurer, contract.insuredName) : words.newCard
  return renderRegister(c, {
    title,
    within: 'insurance',
    typed,
    lead: <Lead sentences={[title]} note={words.membersDuty} />,
    children: (
      <>
        {contract ? (
          <Section title={words.matrix}>
            <Matrix c={c} cover={contract.cover} />
          </Section>
        ) : null}
        <Columns kind="1-1">
          <CardForm c={c} contract={contract} typed={typed} insured={await choicesOf(c)} />
          {contract ? (
            <div>
              <CoverForm c={c} contract={contract} typed={typed} />
              <WithdrawForm c={c} contract={contract} typed={typed} />
            </div>
          ) : null}
        </Columns>
      </>
    ),
  })
}

async function choicesOf(c: Ctx) {
  const all = await listOrganisations(c.get('platform').db, c.get('incident').id)
  return all.map(({ key, name }) => ({ value: key, label: name }))
}

interface FormProps {
  readonly c: Ctx
  readonly contract: InsuranceContract
  readonly typed: Typed | undefined
}

function CardForm(
  props: Omit<FormProps, 'contract'> & {
    readonly contract: InsuranceContract | undefined
    readonly insured: readonly { value: string; label: string }[]
  },
) {
  const { c, contract, typed, insured } = props
  const words = disruptionTexts[c.get('locale')]
  const field = binder(c, 'card', typed, contract ? standingFields(contract) : { round_the_clock: 'unknown' })
  const path = contract ? `disruption/insurance/${contract.number}` : 'disruption/insurance/new'
  return (
    <Section title={words.card}>
      <form method="post" action={incidentPath(c, path)}>
        <SelectField {...field('insured')} label={words.insured} help={words.insuredHelp} choices={insured} />
        <TextField
          {...field('insurer')}
          label={words.insurer}
          help={words.insurerHelp}
          required
          maxlength={200}
        />
        <SelectField
          {...field('kind')}
          label={words.contractKind}
          choices={CONTRACT_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <TextField {...field('phone')} label={words.phone} type="tel" maxlength={40} />
        <TextField
          {...field('phone_abroad')}
          label={words.phoneAbroad}
          help={words.phoneAbroadHelp}
          type="tel"
          maxlength={60}
        />
        <SelectField
          {...field('round_the_clock')}
          label={words.roundTheClock}
          choices={ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
        />
        <TextField {...field('protocol_code')} label={words.protocolCode} maxlength={60} />
        <TextField {...field('group_contract')} label={words.groupContract} maxlength={60} />
        <TextField
          {...field('membership')}
          label={words.membership}
          help={words.membershipHelp}
          maxlength={60}
        />
        <TextField
          {...field('notice_working_days')}
          label={words.noticeDelay}
          help={words.noticeDelayHelp}
          inputmode="numeric"
          maxlength={2}
        />
        <TextField
          {...field('source')}
          label={words.source}
          help={words.sourceHelp}
          required
          maxlength={200}
        />
        <Actions note={words.saveCardNote}>
          <Button primary>{words.saveCard}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function standingFields(contract: InsuranceContract): Record<string, string | null> {
  return {
    insured: contract.insured,
    insurer: contract.insurer,
    kind: contract.kind,
    phone: contract.phone,
    phone_abroad: contract.phoneAbroad,
    round_the_clock: contract.roundTheClock,
    protocol_code: contract.protocolCode,
    group_contract: contract.groupContract,
    membership: contract.membership,
    notice_working_days: contract.noticeWorkingDays === null ? null : String(contract.noticeWorkingDays),
    source: contract.source,
  }
}

function CoverForm({ c, contract, typed }: FormProps) {
  const words = disruptionTexts[c.get('locale')]
  const field = binder(c, 'cover', typed, { covered: 'unknown' })
  return (
    <Section title={words.coverForm}>
      <form method="post" action={incidentPath(c, `disruption/insurance/${contract.number}/cover`)}>
        <SelectField
          {...field('loss')}
          label={words.loss}
          choices={LOSSES.map((value) => ({ value, label: words.losses[value] }))}
        />
        <SelectField
          {...field('covered')}
          label={words.covered}
          choices={ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
        />
        <TextField
          {...field('condition')}
          label={words.condition}
          help={words.conditionHelp}
          maxlength={300}
        />
        <TextField {...field('deductible')} label={words.deductible} inputmode="text" maxlength={20} />
        <TextField
          {...field('cover_source', 'source')}
          label={words.source}
          help={words.sourceHelp}
          required
          maxlength={200}
        />
        <Actions>
          <Button>{words.saveCover}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function WithdrawForm({ c, contract, typed }: FormProps) {
  const words = disruptionTexts[c.get('locale')]
  const field = binder(c, 'withdraw', typed)
  return (
    <Section title={words.withdraw}>
      <form method="post" action={incidentPath(c, `disruption/insurance/${contract.number}/withdrawals`)}>
        <TextField {...field('reason')} label={words.reason} required maxlength={200} />
        <Actions note={words.withdrawNote}>
          <Button>{words.withdrawVerb}</Button>
        </Actions>
      </form>
    </Section>
  )
}
