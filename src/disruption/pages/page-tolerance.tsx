import { Actions, Button, incidentPath, Lead, Section, SelectField, TextField } from '../../desk/index.ts'
import { tolerancesOf } from '../filings-store.ts'
import { TOLERANCE_STATES } from '../model.ts'
import { disruptionRefusals } from '../refusals.ts'
import { binder, type Ctx, mayWrite, type Typed } from '../typed-form.ts'
import { renderRegister } from './render-register.tsx'
import { disruptionTexts } from './texts.ts'

/** A new tolerance, or the next thing an administration said about one. */
export async function tolerancePage(c: Ctx, number?: number, typed?: Typed): Promise<Response> {
  const locale = c.get('locale')
  const words = disruptionTexts[locale]
  const all = await tolerancesOf(c.get('platform').db, c.get('incident').id)
  const tolerance = all.find((one) => one.number === number)
  if (number !== undefined && !tolerance) throw disruptionRefusals.unknown({ number })
  const title = tolerance ? words.toleranceTitle(tolerance.number) : words.newTolerance
  const field = binder(
    c,
    'tolerance',
    typed,
    tolerance && { ...tolerance, said_on: tolerance.on, id: null, at: null, number: null },
  )
  const path = `disruption/tolerances/${tolerance ? tolerance.number : 'new'}`
  return renderRegister(c, {
    title,
    within: 'filings',
    typed,
    lead: <Lead sentences={[title]} note={words.toleranceNote} />,
    children: mayWrite(c) ? (
      <Section title={title}>
        <form method="post" action={incidentPath(c, path)}>
          <TextField
            {...field('grantor')}
            label={words.grantor}
            help={words.grantorHelp}
            required
            maxlength={200}
          />
          <SelectField
            {...field('state')}
            label={words.toleranceState}
            choices={TOLERANCE_STATES.map((value) => ({ value, label: words.toleranceStates[value] }))}
          />
          <TextField {...field('said_on')} label={words.saidOn} help={words.day} required maxlength={10} />
          <TextField
            {...field('scope')}
            label={words.scope}
            help={words.scopeHelp}
            required
            maxlength={300}
          />
          <TextField
            {...field('condition')}
            label={words.toleranceCondition}
            help={words.toleranceConditionHelp}
            maxlength={300}
          />
          <TextField
            {...field('source')}
            label={words.source}
            help={words.sourceHelp}
            required
            maxlength={200}
          />
          <TextField {...field('proof')} label={words.proof} help={words.proofHelp} maxlength={300} />
          <Actions note={words.toleranceNote}>
            <Button primary>{words.saveTolerance}</Button>
          </Actions>
        </form>
      </Section>
    ) : null,
  })
}
