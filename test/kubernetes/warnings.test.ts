import { withContainer, withPod, withPodMetadata } from './refusals';
import { NodePlacement, NodePlatform } from '../../src';
import { admitDaemonSet } from '../../src/kubernetes/admission';
import { warningsFor } from '../../src/kubernetes/warnings';

function warns(what: string, manifest: Record<string, unknown>, warnings: readonly string[]): void {
  test(`Kubernetes warns of ${what}`, () => {
    const { stored, errors } = admitDaemonSet(manifest);
    expect(errors).toEqual([]);
    expect(warningsFor(stored!)).toEqual(warnings);
  });
}

describe('taking a DaemonSet', () => {
  warns('an old node label', withPod({ nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }), [
    'spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead',
  ]);
  warns('an old node label in a term', withPod({
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'node-role.kubernetes.io/master', operator: 'Exists' }] }] } } },
  }), [
    'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key: node-role.kubernetes.io/master is use "node-role.kubernetes.io/control-plane" instead',
  ]);
  warns('a preferred value that no label can have', withPod({
    affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] } }] } },
  }), [
    'spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].values[0]: - is invalid, a valid label must be an empty string or consist of alphanumeric characters, \'-\', \'_\' or \'.\', and must start and end with an alphanumeric character (e.g. \'MyValue\',  or \'my_value\',  or \'12345\', regex used for validation is \'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?\')',
  ]);
  warns('an affinity to no pod', withPod({
    affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'zone' }] } },
  }), [
    'spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector: a null labelSelector results in matching no pod',
  ]);
  warns('an old topology key', withPod({
    topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'failure-domain.beta.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {} }],
  }), [
    'spec.template.spec.topologySpreadConstraints[0].topologyKey: failure-domain.beta.kubernetes.io/zone is deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  ]);
  warns('an annotation that was a priority', withPodMetadata({ annotations: { 'scheduler.alpha.kubernetes.io/critical-pod': '' } }), [
    'spec.template.metadata.annotations[scheduler.alpha.kubernetes.io/critical-pod]: non-functional in v1.16+; use the "priorityClassName" field instead',
  ]);
  warns('an annotation that was a seccomp profile', withPodMetadata({
    annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default' },
  }), [
    'spec.template.metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]: non-functional in v1.27+; use the "seccompProfile" field instead',
  ]);
  warns('an annotation that is an AppArmor profile', withPodMetadata({
    annotations: { 'container.apparmor.security.beta.kubernetes.io/c0': 'runtime/default' },
  }), [
    'spec.template.metadata.annotations[container.apparmor.security.beta.kubernetes.io/c0]: deprecated since v1.30; use the "appArmorProfile" field instead',
  ]);
  warns('parts of bytes', withContainer({ resources: { limits: { memory: '128m' } } }), [
    'spec.template.spec.containers[0].resources.limits[memory]: fractional byte value "128m" is invalid, must be an integer',
  ]);
  warns('a variable that hides another', withContainer({ env: [{ name: 'A', value: '1' }, { name: 'A', value: '2' }] }), [
    'spec.template.spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply',
  ]);
  warns('one port twice', withContainer({ ports: [{ containerPort: 80 }, { containerPort: 80 }] }), [
    'spec.template.spec.containers[0].ports[1]: duplicate port definition with spec.template.spec.containers[0].ports[0]',
  ]);
  warns('a port on all addresses and on one', withContainer({
    ports: [{ containerPort: 80, hostPort: 80 }, { containerPort: 80, hostPort: 80, hostIP: '10.0.0.1' }],
  }), [
    'spec.template.spec.containers[0].ports[1]: dangerously ambiguous port definition with spec.template.spec.containers[0].ports[0]',
  ]);
  warns('one port name in two containers', withPod({
    containers: [{ name: 'a', image: 'i', ports: [{ name: 'p', containerPort: 80 }] }, { name: 'b', image: 'i', ports: [{ name: 'p', containerPort: 81 }] }],
  }), [
    'spec.template.spec.containers[1].ports[0]: duplicate port name "p" with spec.template.spec.containers[0].ports[0], services and probes that select ports by name will use spec.template.spec.containers[0].ports[0]',
  ]);
  warns('an address without a port', withContainer({ ports: [{ containerPort: 80, hostIP: '10.0.0.1' }] }), [
    'spec.template.spec.containers[0].ports[0]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:80 Protocol:TCP HostIP:10.0.0.1}',
  ]);
  warns('a pull secret without a name', withPod({ imagePullSecrets: [{}] }), [
    'spec.template.spec.imagePullSecrets[0].name: invalid empty name ""',
  ]);
  warns('one alias address twice', withPod({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }, { ip: '10.0.0.1', hostnames: ['b'] }] }), [
    'spec.template.spec.hostAliases[1].ip: duplicate ip "10.0.0.1"',
  ]);
  warns('a negative grace period', withPod({ terminationGracePeriodSeconds: -1 }), [
    'spec.template.spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1',
  ]);
  warns('an address in another spelling', withPod({ dnsConfig: { nameservers: ['2001:DB8::1'] } }), [
    'spec.template.spec.dnsConfig.nameservers[0]: IPv6 address "2001:DB8::1" should be in RFC 5952 canonical format ("2001:db8::1")',
  ]);
  warns('an old kind of volume', withPod({ volumes: [{ name: 'v', gitRepo: { repository: 'r' } }] }), [
    'spec.template.spec.volumes[0].gitRepo: deprecated in v1.11, and disabled by default in v1.33+',
  ]);
  warns('one file twice in a volume', withPod({
    volumes: [{ name: 'v', configMap: { name: 'c', items: [{ key: 'a', path: 'p' }, { key: 'b', path: 'p' }] } }],
  }), [
    'volume "v" (ConfigMap "c"): overlapping paths: "p" with "p"',
  ]);

  warns('nothing in an ordinary one', withPod({}), []);
  warns('nothing in one for workers', withPod({ ...NodePlacement.workers()._toWire(NodePlatform.standard()) }), []);
});
