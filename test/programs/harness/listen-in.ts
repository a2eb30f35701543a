import { spawn } from 'child_process';
import type { RequestListener } from 'http';
import { createServer } from 'http';
import type { Server, Socket } from 'net';
import { atEnd } from './cleanup';
import type { Network } from './network';

// A socket belongs to the network where it is made, whoever listens to it then.
const MAKE = 'const server = require("net").createServer().listen(0, "127.0.0.1", () => process.send(server.address().port, server, () => server.close()))';

/** Answers requests on loopback of another network, as long as the tests of the file run; the address. */
export async function listenIn(network: Network, answer: RequestListener): Promise<string> {
  const http = createServer(answer);
  const [command, ...args] = network.inside(process.execPath, '-e', MAKE);
  const maker = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [port, server] = await new Promise<[number, Server]>((done, fail) => {
    maker.on('error', fail).on('exit', code => fail(new Error(`no socket can be made: ${code}`)));
    maker.on('message', (found, handle) => done([found as number, handle as Server]));
  });
  maker.disconnect();
  server.on('connection', (socket: Socket) => http.emit('connection', socket));
  atEnd(() => {
    server.close();
    http.closeAllConnections();
  });
  return `http://127.0.0.1:${port}`;
}
