import { configurationBySubPath } from './configuration-by-sub-path';
import { configurationWithoutHash } from './configuration-without-hash';
import { conflictingHostPathTypes } from './conflicting-host-path-types';
import { credentialInEnv } from './credential-in-env';
import { deadLogLinks } from './dead-log-links';
import { exclusiveExporterFlags } from './exclusive-exporter-flags';
import { exporterWithoutHostNetwork } from './exporter-without-host-network';
import { fieldNewerThanCluster } from './field-newer-than-cluster';
import { floatingImageTag } from './floating-image-tag';
import { forbiddenByPodSecurity } from './forbidden-by-pod-security';
import { hostPortCollision } from './host-port-collision';
import { leadingBlankInFileName } from './leading-blank-in-file-name';
import { missingMemoryLimit } from './missing-memory-limit';
import { missingRequests } from './missing-requests';
import { noPriorityClass } from './no-priority-class';
import { oneNodeAtATime } from './one-node-at-a-time';
import { periodicProgram } from './periodic-program';
import { possibleHostPortCollision } from './possible-host-port-collision';
import { powerfulAccount } from './powerful-account';
import { privilegedContainer } from './privileged-container';
import { quotedArgument } from './quoted-argument';
import { refusedByApiServer } from './refused-by-api-server';
import { refusedPod } from './refused-pod';
import { removedApi } from './removed-api';
import { renamedExporterFlag } from './renamed-exporter-flag';
import { runtimeSocket } from './runtime-socket';
import { surgeWithHostPorts } from './surge-with-host-ports';
import { undeclaredProbePort } from './undeclared-probe-port';
import { unknownField } from './unknown-field';
import { unmountedTextfileDirectory } from './unmounted-textfile-directory';
import { untypedHostPath } from './untyped-host-path';
import { warnedByPodSecurity } from './warned-by-pod-security';
import { writableProtectedRoot } from './writable-protected-root';
import { writeOutsideVolumes } from './write-outside-volumes';
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
  privilegedContainer,
  writableProtectedRoot,
  credentialInEnv,
  runtimeSocket,
  powerfulAccount,
  untypedHostPath,
  floatingImageTag,
  missingRequests,
  noPriorityClass,
  configurationWithoutHash,
  undeclaredProbePort,
  missingMemoryLimit,
  deadLogLinks,
  oneNodeAtATime,
  configurationBySubPath,
  quotedArgument,
  renamedExporterFlag,
  leadingBlankInFileName,
  exclusiveExporterFlags,
  writeOutsideVolumes,
  exporterWithoutHostNetwork,
  unmountedTextfileDirectory,
  forbiddenByPodSecurity,
  warnedByPodSecurity,
  periodicProgram,
];
