import { capabilityOfNonRoot } from './capability-of-non-root';
import { clientElsewhere } from './client-elsewhere';
import { clientOnNoNode } from './client-on-no-node';
import { clientsOfOnePod } from './clients-of-one-pod';
import { cniConfigurationBeforePrograms } from './cni-configuration-before-programs';
import { cniFileInPlace } from './cni-file-in-place';
import { cniWaitsForNetwork } from './cni-waits-for-network';
import { collectorWithoutRights } from './collector-without-rights';
import { configurationBySubPath } from './configuration-by-sub-path';
import { configurationWithoutHash } from './configuration-without-hash';
import { conflictingHostPathTypes } from './conflicting-host-path-types';
import { credentialInEnv } from './credential-in-env';
import { criticalPodsWithoutQuota } from './critical-pods-without-quota';
import { csiSocketAmongPods } from './csi-socket-among-pods';
import { csiWithoutTolerations } from './csi-without-tolerations';
import { datagramsToDeadPods } from './datagrams-to-dead-pods';
import { deadLogLinks } from './dead-log-links';
import { doubledExporterFlag } from './doubled-exporter-flag';
import { everyTaintOnEveryOs } from './every-taint-on-every-os';
import { exclusiveExporterFlags } from './exclusive-exporter-flags';
import { exporterOnAnotherPort } from './exporter-on-another-port';
import { exporterWithoutHostNetwork } from './exporter-without-host-network';
import { fieldNewerThanCluster } from './field-newer-than-cluster';
import { fileWithoutDirectory } from './file-without-directory';
import { floatingImageTag } from './floating-image-tag';
import { forbiddenByPodSecurity } from './forbidden-by-pod-security';
import { fsGroupOnHostPaths } from './fs-group-on-host-paths';
import { hiddenPluginRegistry } from './hidden-plugin-registry';
import { hostNetworkWithoutClusterDns } from './host-network-without-cluster-dns';
import { hostPortCollision } from './host-port-collision';
import { hostPortInNodePortRange } from './host-port-in-node-port-range';
import { hostPortOfNodeProgram } from './host-port-of-node-program';
import { hostPortWithoutPortmap } from './host-port-without-portmap';
import { ignoredPlacement } from './ignored-placement';
import { initWithoutGuarantee } from './init-without-guarantee';
import { iptablesWithoutLock } from './iptables-without-lock';
import { kernelModules } from './kernel-modules';
import { kubeletDirectoryElsewhere } from './kubelet-directory-elsewhere';
import { leadingBlankInFileName } from './leading-blank-in-file-name';
import { lostLogPosition } from './lost-log-position';
import { missingMemoryLimit } from './missing-memory-limit';
import { missingObject } from './missing-object';
import { missingRequests } from './missing-requests';
import { mountedSocket } from './mounted-socket';
import { nameTooLongForRevisions } from './name-too-long-for-revisions';
import { noNodeMatches } from './no-node-matches';
import { noPriorityClass } from './no-priority-class';
import { nodePortOfService } from './node-port-of-service';
import { nonRootWithRootUser } from './non-root-with-root-user';
import { nonRootWritesHostPath } from './non-root-writes-host-path';
import { oneNodeAtATime } from './one-node-at-a-time';
import { onePortOfTwoContainers } from './one-port-of-two-containers';
import { openExporter } from './open-exporter';
import { openHostPort } from './open-host-port';
import { osWithoutSelector } from './os-without-selector';
import { overheadWithoutRuntimeClass } from './overhead-without-runtime-class';
import { overlappingSelectors } from './overlapping-selectors';
import { overlappingWriters } from './overlapping-writers';
import { periodicProgram } from './periodic-program';
import { podSecurityLabelOfPods } from './pod-security-label-of-pods';
import { policyOnHostNetwork } from './policy-on-host-network';
import { possibleHostPortCollision } from './possible-host-port-collision';
import { powerfulAccount } from './powerful-account';
import { priorityOfAnotherClass } from './priority-of-another-class';
import { privilegedContainer } from './privileged-container';
import { probeOfLoopbackServer } from './probe-of-loopback-server';
import { probeOfNodesLoopback } from './probe-of-nodes-loopback';
import { quotedArgument } from './quoted-argument';
import { refusedByApiServer } from './refused-by-api-server';
import { refusedByLimitRange } from './refused-by-limit-range';
import { refusedByResourceQuota } from './refused-by-resource-quota';
import { refusedPod } from './refused-pod';
import { removedApi } from './removed-api';
import { renamedExporterFlag } from './renamed-exporter-flag';
import { resourceOfUnknownContainer } from './resource-of-unknown-container';
import { runtimeSocket } from './runtime-socket';
import { schedulingGates } from './scheduling-gates';
import { serviceOfUnknownPort } from './service-of-unknown-port';
import { severalKubeletRoots } from './several-kubelet-roots';
import { sharedLogPosition } from './shared-log-position';
import { sharedLogState } from './shared-log-state';
import { singleHyphenFlag } from './single-hyphen-flag';
import { surgeWithHostPorts } from './surge-with-host-ports';
import { uncappedLogBuffer } from './uncapped-log-buffer';
import { undeclaredPortName } from './undeclared-port-name';
import { undeclaredProbePort } from './undeclared-probe-port';
import { undefinedVariable } from './undefined-variable';
import { unknownCapability } from './unknown-capability';
import { unknownExporterFlag } from './unknown-exporter-flag';
import { unknownField } from './unknown-field';
import { unmountablePath } from './unmountable-path';
import { unmountedTextfileDirectory } from './unmounted-textfile-directory';
import { unreadableLogs } from './unreadable-logs';
import { unreadableNetworkConfiguration } from './unreadable-network-configuration';
import { unsafeSysctl } from './unsafe-sysctl';
import { untypedHostPath } from './untyped-host-path';
import { unwritableLogPosition } from './unwritable-log-position';
import { versionInSelector } from './version-in-selector';
import { virtualNodes } from './virtual-nodes';
import { warnedByPodSecurity } from './warned-by-pod-security';
import { writableProtectedRoot } from './writable-protected-root';
import { writeOutsideVolumes } from './write-outside-volumes';
import { wrongRegistrationPath } from './wrong-registration-path';
import { xtablesLockType } from './xtables-lock-type';
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
  noNodeMatches,
  osWithoutSelector,
  unsafeSysctl,
  priorityOfAnotherClass,
  overheadWithoutRuntimeClass,
  schedulingGates,
  undeclaredPortName,
  resourceOfUnknownContainer,
  unmountablePath,
  nonRootWithRootUser,
  hostNetworkWithoutClusterDns,
  nameTooLongForRevisions,
  ignoredPlacement,
  hostPortInNodePortRange,
  hostPortOfNodeProgram,
  openHostPort,
  unknownCapability,
  fsGroupOnHostPaths,
  nonRootWritesHostPath,
  unreadableLogs,
  undefinedVariable,
  cniWaitsForNetwork,
  csiWithoutTolerations,
  everyTaintOnEveryOs,
  xtablesLockType,
  probeOfNodesLoopback,
  hiddenPluginRegistry,
  csiSocketAmongPods,
  versionInSelector,
  virtualNodes,
  kubeletDirectoryElsewhere,
  severalKubeletRoots,
  wrongRegistrationPath,
  onePortOfTwoContainers,
  probeOfLoopbackServer,
  cniConfigurationBeforePrograms,
  cniFileInPlace,
  unreadableNetworkConfiguration,
  hostPortWithoutPortmap,
  datagramsToDeadPods,
  fileWithoutDirectory,
  iptablesWithoutLock,
  capabilityOfNonRoot,
  initWithoutGuarantee,
  hostPortCollision,
  possibleHostPortCollision,
  overlappingWriters,
  overlappingSelectors,
  serviceOfUnknownPort,
  nodePortOfService,
  missingObject,
  policyOnHostNetwork,
  clientOnNoNode,
  clientElsewhere,
  privilegedContainer,
  writableProtectedRoot,
  credentialInEnv,
  runtimeSocket,
  powerfulAccount,
  untypedHostPath,
  mountedSocket,
  kernelModules,
  floatingImageTag,
  missingRequests,
  noPriorityClass,
  configurationWithoutHash,
  undeclaredProbePort,
  missingMemoryLimit,
  deadLogLinks,
  oneNodeAtATime,
  configurationBySubPath,
  lostLogPosition,
  unwritableLogPosition,
  sharedLogPosition,
  uncappedLogBuffer,
  sharedLogState,
  quotedArgument,
  renamedExporterFlag,
  leadingBlankInFileName,
  exclusiveExporterFlags,
  writeOutsideVolumes,
  exporterWithoutHostNetwork,
  unmountedTextfileDirectory,
  openExporter,
  singleHyphenFlag,
  exporterOnAnotherPort,
  unknownExporterFlag,
  doubledExporterFlag,
  collectorWithoutRights,
  forbiddenByPodSecurity,
  warnedByPodSecurity,
  refusedByLimitRange,
  refusedByResourceQuota,
  criticalPodsWithoutQuota,
  podSecurityLabelOfPods,
  periodicProgram,
  clientsOfOnePod,
];
