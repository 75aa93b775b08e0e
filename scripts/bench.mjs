// `npm run bench`: the rates of the corridor, in CPU seconds. Options: see test/scale/bench.ts.
import { runProgram } from './bundle.mjs'

await runProgram('test/scale/bench.ts')
