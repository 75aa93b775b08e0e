import { buildLetterBatch, type LetterInput } from '../../src/delivery/letters/index.ts'
import { messageIdOf, type Recipient } from '../../src/delivery/model.ts'
import { composeEmail } from '../../src/delivery/sending/compose-message.ts'
import { compileNotice, composeNotice, type NoticeRecipient, noticeHash } from '../../src/notices/index.ts'
import { Temporal } from '../../src/platform/clock.ts'
import { noticeExposures, noticeFacts } from '../support/notice-facts.ts'
import { costOf, type Finding } from './measure.ts'
import type { Sizes } from './sizes.ts'

const AT = Temporal.Instant.from('2026-06-08T11:28:00Z')
const CAMPAIGN = {
  reference: 'bench-C1',
  senderName: 'Mutuelle des Aubiers',
  senderAddress: 'information@aubiers.example',
}

function aTree() {
  const facts = noticeFacts()
  return composeNotice({ facts, exposures: noticeExposures(), audience: 'insured_adult', locale: 'fr' })
}

function recipientOf(number: number): Recipient {
  const person = {
    surname: `Exemple-${number}`,
    personId: number,
    minor: false,
    categories: ['surname', 'nir'],
  }
  return {
    key: `p${number}`,
    personId: number,
    kind: 'insured_adult',
    name: { surname: person.surname, firstNames: 'Élise' },
    email: `p${number}@courrier.example`,
    postal: null,
    covers: [
      { ...person, population: 'insured_adults', firstNames: 'Élise', isAddressee: true },
      {
        ...person,
        population: 'dependants',
        firstNames: 'Noé',
        isAddressee: false,
        personId: -number,
        minor: true,
      },
    ],
  }
}

/** Complete e-mails (text, HTML, MIME) from one compiled notice: bytes ready for a relay. */
export async function notices(sizes: Sizes): Promise<Finding> {
  const tree = aTree()
  const render = compileNotice(tree)
  const noticeSha256 = noticeHash(tree)
  const compose = (id: number) => {
    const messageId = messageIdOf({ id, key: `p${id}`, noticeSha256, code: '7K3M-9QXT' }, CAMPAIGN)
    return composeEmail(render, CAMPAIGN, { recipient: recipientOf(id), code: '7K3M-9QXT', messageId }, AT)
      .length
  }
  for (let id = 1; id <= 500; id += 1) compose(id)
  const { value: bytes, ...cost } = await costOf(() => {
    let sum = 0
    for (let id = 1; id <= sizes.notices; id += 1) sum += compose(id)
    return sum
  })
  return { ...cost, count: sizes.notices, unit: 'e-mails', bytes }
}

const BATCH = 100

/** Letters as tagged PDF in batches of 100, with their manifests, to disk. The first batch, which loads fonts, is apart. */
export async function letters(sizes: Sizes, folder: string): Promise<Finding> {
  const render = compileNotice(aTree())
  const build = (batch: number) => {
    const inputs = Array.from({ length: BATCH }, (_, index) => letterOf(render, batch * BATCH + index))
    return buildLetterBatch({ letters: inputs, batchRef: `bench-L${batch}`, outDir: folder, createdAt: AT })
  }
  await build(0)
  const batches = Math.ceil(sizes.letters / BATCH)
  const { value: bytes, ...cost } = await costOf(async () => {
    let sum = 0
    for (let batch = 1; batch <= batches; batch += 1) sum += await sizeOf((await build(batch)).pdfPath)
    return sum
  })
  return { ...cost, count: batches * BATCH, unit: 'letters', bytes }
}

function letterOf(
  render: (recipient: NoticeRecipient) => { letter: LetterInput['content'] },
  number: number,
) {
  const name = `Élise Exemple-${number}`
  const recipient = {
    addressee: name,
    persons: [{ name, minor: false, isAddressee: true }],
    reference: '7K3M-9QXT',
    writtenOn: Temporal.PlainDate.from('2026-06-08'),
  }
  const address = [name, `${number} RUE DES ESSAIS`, '38000 GRENOBLE']
  return { id: String(number), address, content: render(recipient).letter }
}

async function sizeOf(path: string): Promise<number> {
  const { stat } = await import('node:fs/promises')
  return (await stat(path)).size
}
