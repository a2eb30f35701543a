import { repositoryOf } from './images';

/** Ports that programs have for probes when their configuration names none, by the end of their image's name, which mirrors keep. */
const PORTS: Readonly<Record<string, readonly number[]>> = {
  'calico/node': [9099],
  'cilium/cilium': [9879],
  'coredns': [8080, 8181],
  'grafana/alloy': [12345],
  'ingress-nginx/controller': [10254],
  'k8s-dns-node-cache': [8080],
  'kube-proxy': [10249, 10256],
  'kube-state-metrics': [8080, 8081],
  'livenessprobe': [9808],
  'metallb/speaker': [7472],
  'nginx-ingress-controller': [10254],
  'node-exporter': [9100],
  'node-problem-detector': [20256, 20257],
  'opentelemetry-collector': [13133],
  'opentelemetry-collector-contrib': [13133],
  'opentelemetry-collector-k8s': [13133],
  'prometheus': [9090],
};

/** The ports that the program of an image has where nothing is said. */
export function portsOfImage(image: string): readonly number[] {
  const parts = repositoryOf(image).split('/');
  return [...PORTS[parts.slice(-1)[0]] ?? [], ...PORTS[parts.slice(-2).join('/')] ?? []];
}
