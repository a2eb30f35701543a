import { NetworkNeeds } from './needs';
import { assertOneOfEnum } from '../../host/checked-type';
import { BpfMode } from '../../host/network/bpf-mode';
import { KernelModules } from '../../host/network/kernel-modules';
import { assertList, assertValue } from '../assert-values';

const BINARY = "CniBinary.fromImage('example.com/cni:1', { paths: ['/agent'] })";

/** Refuses what a program without types may write. */
export function assertTypes(needs: NetworkNeeds): void {
  assertOneOfEnum('kernelModules', needs.kernelModules, 'KernelModules', KernelModules);
  assertOneOfEnum('bpf', needs.bpf, 'BpfMode', BpfMode);
  assertList('runDirectories', needs.runDirectories, "['/run/agent']");
  assertList('cleanup', needs.cleanup, "['/agent', 'cleanup']");
  assertList('capabilities', needs.capabilities, "['NET_ADMIN']");
  assertList('cniBinaries', needs.cniBinaries, `[${BINARY}]`);
  needs.cniBinaries?.forEach(binary => assertValue('cniBinaries', binary, '_programs', BINARY));
  assertValue('cniConfig', needs.cniConfig, '_replaces', "CniConfig.conflist('10-agent.conflist', { … })");
  assertList('pluginsOnNode', needs.pluginsOnNode, "['agent']");
}
