import { lookTask } from './look-at-files.ts'
import { importTask } from './run-import.ts'
import { sweepTask } from './sweep-intakes.ts'

export { intakeRefusals } from './refusals.ts'
export { routes } from './routes.tsx'
export { takeUpIntakes } from './sweep-intakes.ts'
/** What the worker runs of an import: the look at its files, the import, the sweep. */
export const intakeTasks = [lookTask, importTask, sweepTask]
