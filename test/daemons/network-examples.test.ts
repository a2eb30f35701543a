import { parseAllDocuments } from 'yaml';
import { synthesize } from '../examples/example';

const output = synthesize('n5-other-networks');
const manifestsOf = (name: string): any[] =>
  parseAllDocuments(Object.entries(output).find(([file]) => file.includes(name))![1]).map(document => document.toJS());
const podOf = (name: string) => manifestsOf(name).find(({ kind }) => kind === 'DaemonSet').spec.template.spec;

test('Multus has every directory that its configuration names', () => {
  const { data } = manifestsOf('multus').find(({ kind }) => kind === 'ConfigMap');
  const { chrootDir, cniConfigDir, multusAutoconfigDir, socketDir } = JSON.parse(data['daemon-config.json']);
  const mounts = podOf('multus').containers[0].volumeMounts.map(({ mountPath }: any) => mountPath);
  expect([chrootDir, cniConfigDir, multusAutoconfigDir, socketDir.replace(/\/$/, '')].filter(path => !mounts.includes(path))).toEqual([]);
});

test('Multus sees mounts that pods and the kubelet make later', () => {
  const { volumeMounts } = podOf('multus').containers[0];
  expect(volumeMounts.filter(({ mountPropagation }: any) => mountPropagation === 'HostToContainer').map(({ mountPath }: any) => mountPath))
    .toEqual(['/hostroot', '/run/netns', '/var/lib/kubelet']);
});

test('Calico may ask for its own resources, and writes its configuration itself, which names its kubeconfig', () => {
  const rules = manifestsOf('calico').filter(({ kind }) => kind === 'ClusterRole').flatMap((role: any) => role.rules);
  expect(rules.some(({ apiGroups }: any) => apiGroups.includes('crd.projectcalico.org'))).toBe(true);
  expect(podOf('calico').initContainers.map(({ name }: any) => name)).toEqual(['install-cni']);
});
