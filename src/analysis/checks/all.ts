import { conflictingHostPathTypes } from './conflicting-host-path-types';
import { fieldNewerThanCluster } from './field-newer-than-cluster';
import { refusedByApiServer } from './refused-by-api-server';
import { refusedPod } from './refused-pod';
import { surgeWithHostPorts } from './surge-with-host-ports';
import { Check } from '../check';

/** Every check of one daemon, in the order of their ids. */
export const CHECKS: readonly Check[] = [
  refusedByApiServer,
  refusedPod,
  fieldNewerThanCluster,
  surgeWithHostPorts,
  conflictingHostPathTypes,
];
