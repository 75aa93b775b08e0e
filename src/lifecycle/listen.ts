import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { deskRefusals } from '../platform/running-desk.ts'

export interface Listener {
  readonly port: number
  /** Until this is called the port is held and answers 503 with `Retry-After`. */
  serve(app: { fetch(request: Request): Response | Promise<Response> }): void
  close(): Promise<void>
}

/** Takes the port on the loopback interface, IPv4 and, where there is one, IPv6 (`localhost` may mean either). */
export async function claimPort(port: number): Promise<Listener> {
  const servers = [await listen('127.0.0.1', port)]
  const second = await listen('::1', port).catch(() => undefined)
  if (second) servers.push(second)
  return {
    port,
    serve(app) {
      const listener = getRequestListener((request) => app.fetch(request), { overrideGlobalObjects: false })
      for (const server of servers) server.removeAllListeners('request').on('request', listener)
    },
    async close() {
      await Promise.all(servers.map(closeServer))
    },
  }
}

function listen(host: string, port: number): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(503, { 'Retry-After': '1' }).end()
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? deskRefusals.portBusy({ port }) : error)
    })
    server.listen(port, host, () => resolve(server))
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
