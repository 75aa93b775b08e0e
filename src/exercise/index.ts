export { mainJob, runMainJob, startExercise } from './main-job.ts'
export * from './generate/index.ts'
