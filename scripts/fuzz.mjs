// `npm run fuzz`: ten thousand spoilt lists, each read with its accounting proved, or refused. Options: see test/fuzz/run.ts.
import { runProgram } from './bundle.mjs'

await runProgram('test/fuzz/run.ts')
