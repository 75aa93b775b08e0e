import { Hono } from 'hono'
import type { DeskEnv } from '../desk/index.ts'
import { accountRoutes } from './page-account.tsx'
import { smallBody } from './page-answers.tsx'
import { enrolRoutes } from './page-enrol.tsx'
import { signInRoutes } from './page-sign-in.tsx'
import { staffRoutes } from './page-staff.tsx'
import { stepUpRoutes } from './page-step-up.tsx'

/** The pages of access, mounted at the root after `securityHeaders`, `sameOrigin` and `sessions`. */
export function routes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  for (const path of ['sign-in', 'sign-out', 'step-up', 'enrol', 'account', 'staff'])
    app.use(`/${path}/*`, smallBody)
  for (const part of [signInRoutes(), stepUpRoutes(), enrolRoutes(), accountRoutes(), staffRoutes()])
    app.route('/', part)
  return app
}
