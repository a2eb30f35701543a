import { conflictingHostPathTypes } from './conflicting-host-path-types';
import { fieldNewerThanCluster } from './field-newer-than-cluster';
import { forbiddenByPodSecurity } from './forbidden-by-pod-security';
import { hostPortCollision } from './host-port-collision';
import { possibleHostPortCollision } from './possible-host-port-collision';
import { refusedByApiServer } from './refused-by-api-server';
import { refusedPod } from './refused-pod';
import { removedApi } from './removed-api';
import { surgeWithHostPorts } from './surge-with-host-ports';
import { unknownField } from './unknown-field';
import { warnedByPodSecurity } from './warned-by-pod-security';
import { Check } from '../check';

/** Every check, in the order of their ids. */
export const CHECKS: readonly Check[] = [
  refusedByApiServer,
  refusedPod,
  fieldNewerThanCluster,
  unknownField,
  removedApi,
  surgeWithHostPorts,
  conflictingHostPathTypes,
  hostPortCollision,
  possibleHostPortCollision,
  forbiddenByPodSecurity,
  warnedByPodSecurity,
];
