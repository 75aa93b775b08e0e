import { backgroundTasks } from './app.ts'
import { runWorker } from './lifecycle/index.ts'

runWorker(backgroundTasks)
