import { NetworkNeeds } from './needs';
import { BpfMode } from '../../host/network/bpf-mode';
import { KernelModules } from '../../host/network/kernel-modules';
import { assertList, assertOneOfEnum } from '../assert-values';

/** Refuses what a program without types may write. */
export function assertTypes(needs: NetworkNeeds): void {
  assertOneOfEnum('kernelModules', needs.kernelModules, 'KernelModules', KernelModules);
  assertOneOfEnum('bpf', needs.bpf, 'BpfMode', BpfMode);
  assertList('runDirectories', needs.runDirectories, "['/run/agent']");
  assertList('cleanup', needs.cleanup, "['/agent', 'cleanup']");
  assertList('capabilities', needs.capabilities, "['NET_ADMIN']");
  assertList('cniBinaries', needs.cniBinaries, "[CniBinary.fromImage('example.com/cni:1', { paths: ['/agent'] })]");
  assertList('pluginsOnNode', needs.pluginsOnNode, "['agent']");
}
