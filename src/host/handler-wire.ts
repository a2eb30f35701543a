import { HttpGetOptions, PortReference } from './http-get';
import { invalid } from './invalid';
import type { ExecAction, HTTPGetAction, TCPSocketAction } from '../kubernetes/wire/probe';

/** An HTTP request of a probe or hook. */
export function httpGet(path: string, options: HttpGetOptions): HTTPGetAction {
  return {
    path,
    port: portOf(options),
    host: options.host,
    scheme: options.scheme,
    httpHeaders: options.httpHeaders?.map(({ name, value }) => ({ name, value })),
  };
}

/** A TCP connection of a probe or hook. */
export function tcpSocket(options: PortReference): TCPSocketAction {
  return { port: portOf(options), host: options.host };
}

/** A command of a probe or hook. */
export function exec(command: readonly string[]): ExecAction {
  if (command.length === 0) {
    throw invalid('command', 'a program and its arguments', command);
  }
  return { command: [...command] };
}

/** The port of a probe or hook: its number, or the name that the container gave it. */
export function portOf({ port, portName }: PortReference): number | string {
  if ((port === undefined) === (portName === undefined)) {
    throw invalid('port of a probe or hook', 'given as port or as portName, one of the two', { port, portName });
  }
  if (port !== undefined && (!Number.isInteger(port) || port < 1 || port > 65535)) {
    throw invalid('port', 'a whole number from 1 to 65535', port);
  }
  return port ?? portName!;
}
