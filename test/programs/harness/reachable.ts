import { eventually } from './eventually';
import type { Network } from './network';

/** Waits until somebody listens, seen from a network. */
export function reachable(from: Network, address: string, port: number): Promise<void> {
  return eventually(`somebody listens at ${address}:${port}`, () => connects(from, address, port));
}

/** Whether somebody listens. */
export function connects(from: Network, address: string, port: number): Promise<boolean> {
  return from.run(`timeout 1 bash -c 'exec 3<> /dev/tcp/${address}/${port}' 2> /dev/null`).then(() => true, () => false);
}
