export * from './generate/index.ts'
export { mainJob, runMainJob, startExercise } from './main-job.ts'
