import { withoutUndefined } from './copy';
import { IpFamily } from './ip-family';

/** What differs between clusters. */
export interface PlatformFacts {
  readonly cluster?: string;
  readonly kubeletRoot: string;
  readonly cniConfigDirectory: string;
  readonly cniBinaryDirectory: string;
  readonly runtimeSocket: string;
  readonly staticPodDirectory?: string;
  readonly journalDirectories: readonly string[];
  readonly logRoots: readonly string[];
  readonly readOnlyDirectories: readonly string[];
  readonly writableDirectories: readonly string[];
  readonly kubeletVisiblePaths?: readonly string[];
  readonly ipFamily: IpFamily;
  readonly virtualNodeLabels: { readonly [label: string]: readonly string[] };
  readonly criticalPodsQuota: boolean;
}

/** As kubeadm, containerd and systemd leave a node. */
const STANDARD: PlatformFacts = {
  kubeletRoot: '/var/lib/kubelet',
  cniConfigDirectory: '/etc/cni/net.d',
  cniBinaryDirectory: '/opt/cni/bin',
  runtimeSocket: '/run/containerd/containerd.sock',
  staticPodDirectory: '/etc/kubernetes/manifests',
  journalDirectories: ['/var/log/journal', '/run/log/journal'],
  logRoots: ['/var/log/pods'],
  readOnlyDirectories: [],
  writableDirectories: [],
  ipFamily: IpFamily.IPV4,
  // A node without the label is not excluded: EKS puts no compute-type on EC2 machines.
  virtualNodeLabels: { 'eks.amazonaws.com/compute-type': ['fargate'], 'type': ['virtual-kubelet'] },
  criticalPodsQuota: false,
};

const WRITABLE_ON_IMAGE_BASED = ['/var', '/run', '/tmp', '/dev', '/proc', '/sys'];

/** Only what differs from STANDARD, with the source of each fact. */
const PLATFORMS: { readonly [name: string]: Partial<PlatformFacts> } = {
  standard: {},
  custom: {},
  // https://github.com/awslabs/amazon-eks-ami (nodeadm writes no staticPodPath)
  eks: { staticPodDirectory: undefined },
  // https://github.com/kubernetes/kubernetes/blob/master/cluster/gce/gci/configure-helper.sh
  // https://cloud.google.com/container-optimized-os/docs/concepts/disks-and-filesystem
  gke: {
    cniBinaryDirectory: '/home/kubernetes/bin',
    readOnlyDirectories: ['/'],
    writableDirectories: [...WRITABLE_ON_IMAGE_BASED, '/etc', '/home', '/mnt'],
    criticalPodsQuota: true,
  },
  // https://github.com/Azure/AgentBaker
  aks: {},
  // https://github.com/k3s-io/k3s/blob/master/pkg/agent/config/config.go
  k3s: {
    cniConfigDirectory: '/var/lib/rancher/k3s/agent/etc/cni/net.d',
    cniBinaryDirectory: '/var/lib/rancher/k3s/data/cni',
    runtimeSocket: '/run/k3s/containerd/containerd.sock',
    staticPodDirectory: '/var/lib/rancher/k3s/agent/pod-manifests',
  },
  // https://github.com/rancher/rke2/tree/master/pkg/executor/staticpod
  rke2: {
    runtimeSocket: '/run/k3s/containerd/containerd.sock',
    staticPodDirectory: '/var/lib/rancher/rke2/agent/pod-manifests',
  },
  // https://github.com/canonical/microk8s/tree/master/microk8s-resources/default-args
  microk8s: {
    kubeletRoot: '/var/snap/microk8s/common/var/lib/kubelet',
    cniConfigDirectory: '/var/snap/microk8s/current/args/cni-network',
    cniBinaryDirectory: '/var/snap/microk8s/current/opt/cni/bin',
    runtimeSocket: '/var/snap/microk8s/common/run/containerd.sock',
    staticPodDirectory: undefined,
  },
  // https://github.com/k0sproject/k0s/blob/main/docs/directories.md
  k0s: {
    kubeletRoot: '/var/lib/k0s/kubelet',
    runtimeSocket: '/run/k0s/containerd.sock',
    staticPodDirectory: undefined,
  },
  // https://github.com/openshift/machine-config-operator/tree/master/templates
  // https://github.com/openshift/cluster-network-operator/blob/master/pkg/network/multus.go
  openshift: {
    cniConfigDirectory: '/etc/kubernetes/cni/net.d',
    cniBinaryDirectory: '/var/lib/cni/bin',
    runtimeSocket: '/var/run/crio/crio.sock',
    journalDirectories: ['/var/log/journal'],
    // https://ostreedev.github.io/ostree/adapting-existing/: all but /etc is read-only, and other directories that are written are links into /var
    // https://coreos.github.io/rpm-ostree/treefile/ (opt-usrlocal-overlays): /opt and /usr/local are such links too
    readOnlyDirectories: ['/'],
    writableDirectories: [...WRITABLE_ON_IMAGE_BASED, '/etc', '/opt', '/usr/local', '/home', '/mnt', '/root', '/srv'],
  },
  // https://github.com/siderolabs/talos: the kubelet runs in a mount namespace of its own
  // (internal/app/machined/pkg/system/services/kubelet.go); there is no systemd
  talos: {
    journalDirectories: [],
    readOnlyDirectories: ['/'],
    writableDirectories: [...WRITABLE_ON_IMAGE_BASED, '/etc/cni', '/etc/kubernetes', '/opt'],
    kubeletVisiblePaths: [
      '/dev', '/sys', '/run', '/lib/modules', '/etc/kubernetes', '/etc/cni', '/etc/machine-id', '/etc/os-release',
      '/var/lib/containerd', '/var/lib/kubelet', '/var/log/containers', '/var/log/pods', '/var/mnt',
    ],
  },
  // https://github.com/bottlerocket-os/bottlerocket-core-kit
  bottlerocket: {
    staticPodDirectory: '/etc/kubernetes/static-pods',
    journalDirectories: ['/var/log/journal'],
    readOnlyDirectories: ['/'],
    writableDirectories: [...WRITABLE_ON_IMAGE_BASED, '/etc', '/opt', '/mnt', '/local'],
  },
  // https://flatcar.org/docs/latest/reference/developer-guides/sdk-disk-partitions: /usr is read-only, and the others are links into it
  flatcar: { readOnlyDirectories: ['/usr', '/bin', '/lib', '/lib64', '/sbin'] },
};

/** The facts of a platform under those that the user gives. */
export function platformFacts(name: string, known: Partial<PlatformFacts>): PlatformFacts {
  return { ...STANDARD, ...PLATFORMS[name], ...withoutUndefined(known) };
}
