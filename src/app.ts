import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Hono, type MiddlewareHandler } from 'hono'
import {
  routes as accessRoutes,
  issueStartLink,
  knownHost,
  sameOrigin,
  securityHeaders,
  sessions,
} from './access/index.ts'
import { routes as communicationRoutes } from './communications/index.ts'
import {
  deliveryOfLists,
  routes as deliveryRoutes,
  deliveryTasks,
  hookRoutes,
  takeUpCampaigns,
} from './delivery/index.ts'
import {
  assetsRoutes,
  type DeskEnv,
  deskRoutes,
  keepJournalVerified,
  onError,
  onNotFound,
  preferenceRoutes,
  readLocale,
} from './desk/index.ts'
import { routes as disruptionRoutes } from './disruption/index.ts'
import { routes as dossierRoutes, personRoutes } from './dossiers/index.ts'
import { mainJob, startExercise } from './exercise/index.ts'
import { routes as factRoutes, incidentHeader, incidentsRoutes, listIncidents } from './incident/index.ts'
import type { Composition } from './lifecycle/index.ts'
import {
  followAfterWrites,
  followTask,
  keepDutiesFollowed,
  routes as obligationRoutes,
  takeUpDuties,
} from './obligations/index.ts'
import { boardSlots, deliverySlots, homeSources } from './page-sources.ts'
import { routes as intakeRoutes, intakeTasks, takeUpIntakes } from './people/intake/index.ts'
import { routes as peopleRoutes, versionRoutes } from './people/lists/index.ts'
import { routes as reviewRoutes } from './people/review/index.ts'
import { installation } from './platform/installation.ts'
import type { Platform } from './platform/platform.ts'
import { afterPurge, purgeRoutes, purgeTasks, takeUpPurges } from './purge/index.ts'

/** What runs in the worker. */
export const backgroundTasks = [mainJob, ...intakeTasks, ...deliveryTasks, ...purgeTasks, followTask]
/** What runs on another machine. */
export { sendingTasks, takeUpCampaigns as takeUpSending } from './delivery/index.ts'

/** The desk: the only place where rooms are put together. */
export const composition: Composition = {
  tasks: backgroundTasks,
  async prepare(platform) {
    await takeUpCampaigns(platform)
    await takeUpIntakes(platform)
    await takeUpPurges(platform)
    if (platform.home.exercise) await startExercise(platform)
    await takeUpDuties(platform)
  },
  web(platform) {
    keepJournalVerified(platform)
    keepDutiesFollowed(platform)
    return deskApplication(platform)
  },
  signInPath: async (platform) => (await issueStartLink(platform)) ?? '/sign-in',
  async watchedIncident(platform) {
    if (!platform.home.exercise) return undefined
    return (await listIncidents(platform.db))[0]?.id
  },
}

/** Every request: headers, host and origin, language, session; then the pages. */
export function deskApplication(platform: Platform): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.onError(onError)
  app.notFound(onNotFound)
  app.use(provide(platform), readLocale(), securityHeaders(), knownHost())
  app.route('/hooks', hookRoutes())
  app.use(sameOrigin())
  app.route('/', assetsRoutes(join(installation, 'dist', 'islands')))
  app.use(sessions())
  app.route('/', preferenceRoutes())
  app.route('/', accessRoutes())
  app.get('/', (c) => openFirstIncident(platform).then((path) => c.redirect(path, 303)))
  app.route('/', incidentsRoutes())
  app.route('/incidents/:reference', incidentPages())
  return app
}

function provide(platform: Platform): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    c.set('platform', platform)
    c.set('requestId', randomUUID().slice(0, 8))
    await next()
  }
}

async function openFirstIncident(platform: Platform): Promise<string> {
  const [latest] = await listIncidents(platform.db)
  return latest ? `/incidents/${latest.reference}` : '/incidents'
}

function incidentPages(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use(async (c, next) => {
    c.set('incident', await incidentHeader(c.get('platform').db, c.req.param('reference') ?? ''))
    await next()
  })
  app.use(afterPurge(), followAfterWrites())
  app.route('/', purgeRoutes())
  app.route('/', deskRoutes(homeSources))
  app.route('/', factRoutes())
  app.route('/', obligationRoutes(boardSlots))
  app.route('/', intakeRoutes())
  app.route('/', versionRoutes(deliveryOfLists))
  app.route('/', peopleRoutes(deliverySlots))
  app.route('/', reviewRoutes())
  app.route('/', deliveryRoutes())
  app.route('/', communicationRoutes())
  app.route('/', dossierRoutes())
  app.route('/', personRoutes())
  app.route('/', disruptionRoutes())
  return app
}
