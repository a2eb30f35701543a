import { spawn } from 'child_process';
import { createInterface } from 'readline';
import { atEnd } from './cleanup';
import { program } from './program';

/** A Service, the pods and nodes that there are, and its EndpointSlices until now. */
export interface ServiceState {
  readonly service: object;
  readonly pods: readonly object[];
  readonly nodes: readonly object[];
  readonly slices: readonly object[];
}

const PROGRAM = program('endpointslices');

/** Starts what says which EndpointSlices there must be, by the library of Kubernetes' controller. */
export function sliceMaker(): (state: ServiceState) => Promise<any[]> {
  const child = spawn(PROGRAM, [], { stdio: ['pipe', 'pipe', 'inherit'] });
  atEnd(() => child.kill('SIGKILL'));
  const waiting: { done(slices: any[]): void; fail(error: Error): void }[] = [];
  createInterface(child.stdout).on('line', line => waiting.shift()!.done(JSON.parse(line) ?? []));
  child.on('exit', code => waiting.forEach(({ fail }) => fail(new Error(`the maker of slices ended with ${code}`))));
  return state => new Promise((done, fail) => {
    waiting.push({ done, fail });
    child.stdin.write(`${JSON.stringify(state)}\n`);
  });
}
