import { backgroundTasks, sendingTasks, takeUpSending } from './app.ts'
import { runWorker } from './lifecycle/index.ts'

runWorker({ all: backgroundTasks, sending: sendingTasks, takeUp: takeUpSending })
