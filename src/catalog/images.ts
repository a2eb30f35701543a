/** The images of the ready programs, one a line, for programs that keep versions up to date. */
export const IMAGES = {
  flannel: 'ghcr.io/flannel-io/flannel:v0.28.9',
  flannelCniPlugin: 'ghcr.io/flannel-io/flannel-cni-plugin:v1.9.1-flannel3',
  fluentBit: 'cr.fluentbit.io/fluent/fluent-bit:5.1.1',
  infrastructureBundle: 'docker.io/newrelic/infrastructure-bundle:3.3.39',
  kubeRbacProxy: 'quay.io/brancz/kube-rbac-proxy:v0.22.1',
  metricbeat: 'docker.elastic.co/beats/metricbeat-wolfi:9.5.2',
  nodeCache: 'registry.k8s.io/dns/k8s-dns-node-cache:1.26.4',
  nodeExporter: 'quay.io/prometheus/node-exporter:v1.12.1',
  nriKubernetes: 'docker.io/newrelic/nri-kubernetes:4.5.0',
  openTelemetryCollector: 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s:0.158.0',
  openTelemetryCollectorContrib: 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.158.0',
};
