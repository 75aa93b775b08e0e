export * from './generate/index.ts'
export { mainJob, startExercise } from './main-job.ts'
