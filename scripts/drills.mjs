// `npm run drills`: kill -9 and a real Postfix, on the real product at full size. Options: see test/drills/run.ts.
import { runProgram } from './bundle.mjs'

await runProgram('test/drills/run.ts')
