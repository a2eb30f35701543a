import { EnvValue } from '../host/env-value';
import { invalid } from '../host/invalid';

interface Variables {
  readonly [name: string]: EnvValue;
}

/** Refuses a credential under the name of a variable that the program itself is given: one of the two would be lost, or sent as the other. */
export function assertNotOwn(credentials: Variables, own: Variables): void {
  const taken = Object.keys(credentials).find(name => own[name] !== undefined && JSON.stringify(own[name]) !== JSON.stringify(credentials[name]));
  if (taken !== undefined) {
    throw invalid(`variable '${taken}'`, 'that of the program, which has one of this name', 'one of a sink', 'give the sink another id, or its header or variable another name');
  }
}
