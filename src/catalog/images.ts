/** The images of the ready programs, one a line, for programs that keep versions up to date. */
export const IMAGES = {
  csiHostPath: 'registry.k8s.io/sig-storage/hostpathplugin:v1.17.1',
  csiLivenessProbe: 'registry.k8s.io/sig-storage/livenessprobe:v2.19.0',
  csiNfs: 'registry.k8s.io/sig-storage/nfsplugin:v4.13.4',
  csiNodeDriverRegistrar: 'registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0',
  fluentBit: 'cr.fluentbit.io/fluent/fluent-bit:5.1.1',
  infrastructureBundle: 'docker.io/newrelic/infrastructure-bundle:3.3.39',
  kubeRbacProxy: 'quay.io/brancz/kube-rbac-proxy:v0.22.1',
  metricbeat: 'docker.elastic.co/beats/metricbeat-wolfi:9.5.2',
  nodeExporter: 'quay.io/prometheus/node-exporter:v1.12.1',
  nriKubernetes: 'docker.io/newrelic/nri-kubernetes:4.5.0',
  openTelemetryCollector: 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s:0.158.0',
  openTelemetryCollectorContrib: 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.158.0',
};
