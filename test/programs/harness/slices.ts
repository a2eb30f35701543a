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
  const waiting: ((slices: any[]) => void)[] = [];
  createInterface(child.stdout).on('line', line => waiting.shift()!(JSON.parse(line) ?? []));
  return state => new Promise((done, fail) => {
    child.once('exit', code => fail(new Error(`the maker of slices ended with ${code}`)));
    waiting.push(done);
    child.stdin.write(`${JSON.stringify(state)}\n`);
  });
}
