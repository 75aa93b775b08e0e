import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { define, refusals } from './refusal.ts'

const configRefusals = refusals('config', {
  invalid: define<{ name: string; fr: string; en: string }>({
    http: 422,
    exit: 64,
    fr: ({ name, fr }) => `Le réglage ${name} n’est pas valable : il faut ${fr}. Corrigez-le, puis relancez.`,
    en: ({ name, en }) => `The setting ${name} is not valid: expected ${en}. Correct it and start again.`,
  }),
})

const EXPECTED: Record<string, { fr: string; en: string }> = {
  TOCSIN_PORT: { fr: 'un nombre de 1 à 65535', en: 'a number from 1 to 65535' },
  DATABASE_URL: { fr: 'une adresse postgresql://…', en: 'an address postgresql://…' },
  TOCSIN_SMTP_URL: {
    fr: 'une adresse smtp://hôte:port ou smtps://hôte:port',
    en: 'an address smtp://host:port or smtps://host:port',
  },
  TOCSIN_DKIM_DOMAIN: {
    fr: 'un nom de domaine, par exemple mutuelle.example',
    en: 'a domain name, such as insurer.example',
  },
  TOCSIN_DKIM_SELECTOR: {
    fr: 'un sélecteur DKIM : lettres, chiffres et tirets',
    en: 'a DKIM selector: letters, digits, hyphens',
  },
  TOCSIN_BOUNCE_IMAP_URL: {
    fr: 'une adresse imap://compte:motdepasse@hôte/dossier ou imaps://…',
    en: 'an address imap://user:password@host/folder or imaps://…',
  },
  TOCSIN_SAMPLE: {
    fr: 'ADHÉRENTS/LIGNES/CONCERNÉS/GRAINE, par exemple 240000/1000000/18000/7',
    en: 'MEMBERS/EXPOSED/AFFECTED/SEED, such as 240000/1000000/18000/7',
  },
  TOCSIN_LOG: { fr: 'silent, error, warn, info ou debug', en: 'silent, error, warn, info or debug' },
}

/** Every setting of Tocsin, read from the environment. There is no default secret: secrets are generated on first run. */
const schema = z.object({
  /** Data folder. */
  TOCSIN_HOME: z.string().min(1).optional(),
  /** Folder of the keys (age identity, sealing key, database password). Default: `keys` in the data folder; backups never copy it. */
  TOCSIN_KEYS: z.string().min(1).optional(),
  /** Port of the desk on the loopback interface. */
  TOCSIN_PORT: z.coerce.number().int().min(1).max(65535).default(7331),
  /** A PostgreSQL server to use instead of the embedded one. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  /** Relay for e-mail: `smtp://[user:password@]host:port` (STARTTLS) or `smtps://…`. */
  TOCSIN_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  /** DKIM signature of e-mails: all three or none. No key is ever made by default. */
  TOCSIN_DKIM_DOMAIN: z
    .string()
    .regex(/^(?=.{4,253}$)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/)
    .optional(),
  TOCSIN_DKIM_SELECTOR: z
    .string()
    .regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/)
    .optional(),
  /** File of the private key (PEM), readable by its account only. */
  TOCSIN_DKIM_KEY: z.string().min(1).optional(),
  /** Mailbox where returned mail arrives: `imaps://user:password@host[:port][/folder]`, or `imap://…` (STARTTLS). */
  TOCSIN_BOUNCE_IMAP_URL: z
    .string()
    .regex(/^imaps?:\/\//)
    .optional(),
  /** Maildir folder where returned mail arrives. */
  TOCSIN_BOUNCE_MAILDIR: z.string().min(1).optional(),
  /** Size of the exercise: members/exposed rows/affected people/seed. */
  TOCSIN_SAMPLE: z
    .string()
    .regex(/^\d+\/\d+\/\d+\/\d+$/)
    .default('240000/1000000/18000/7'),
  /** Token of a signed-in operator, for commands in a real incident. */
  TOCSIN_OPERATOR: z.string().min(1).optional(),
  /** `silent`, `error`, `warn`, `info`, `debug`. */
  TOCSIN_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Browser for the tests. */
  TOCSIN_CHROMIUM: z.string().min(1).optional(),
})

export interface Config {
  readonly home: string
  readonly keys: string
  readonly port: number
  readonly databaseUrl: string | undefined
  /** Size of the exercise that `npm start` runs. */
  readonly sample: {
    readonly members: number
    readonly exposed: number
    readonly affected: number
    readonly seed: number
  }
  readonly smtpUrl: string | undefined
  /** DKIM signature; `keyFile` is a path. */
  readonly dkim: {
    readonly domain: string | undefined
    readonly selector: string | undefined
    readonly keyFile: string | undefined
  }
  readonly bounceImapUrl: string | undefined
  readonly bounceMaildir: string | undefined
  readonly operatorToken: string | undefined
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

export const settingNames = Object.keys(schema.shape)

/** Reads the environment; refuses the first setting that is not valid. Empty values count as absent. */
export function readConfig(env: NodeJS.ProcessEnv, defaultHome: string): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    throw configRefusals.invalid({ name, ...(EXPECTED[name] ?? { fr: 'une valeur', en: 'a value' }) })
  }
  const home = resolve(expandHome(parsed.data.TOCSIN_HOME ?? defaultHome))
  return {
    home,
    keys: resolve(expandHome(parsed.data.TOCSIN_KEYS ?? join(home, 'keys'))),
    port: parsed.data.TOCSIN_PORT,
    databaseUrl: parsed.data.DATABASE_URL,
    sample: readSample(parsed.data.TOCSIN_SAMPLE),
    smtpUrl: parsed.data.TOCSIN_SMTP_URL,
    dkim: {
      domain: parsed.data.TOCSIN_DKIM_DOMAIN,
      selector: parsed.data.TOCSIN_DKIM_SELECTOR,
      keyFile: parsed.data.TOCSIN_DKIM_KEY && resolve(expandHome(parsed.data.TOCSIN_DKIM_KEY)),
    },
    bounceImapUrl: parsed.data.TOCSIN_BOUNCE_IMAP_URL,
    bounceMaildir:
      parsed.data.TOCSIN_BOUNCE_MAILDIR && resolve(expandHome(parsed.data.TOCSIN_BOUNCE_MAILDIR)),
    operatorToken: parsed.data.TOCSIN_OPERATOR,
    logLevel: parsed.data.TOCSIN_LOG,
  }
}

function readSample(text: string): Config['sample'] {
  const [members = 0, exposed = 0, affected = 0, seed = 0] = text.split('/').map(Number)
  return { members, exposed, affected, seed }
}

function expandHome(path: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : path
}
