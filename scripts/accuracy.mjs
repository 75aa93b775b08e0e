// `npm run bench:accuracy`: right and wrong verdicts against a known truth; a gate. Options: see test/scale/accuracy.ts.
import { runProgram } from './bundle.mjs'

await runProgram('test/scale/accuracy.ts')
