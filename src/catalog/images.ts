/** The images of the ready programs, one a line, for programs that keep versions up to date. */
export const IMAGES = {
  fluentBit: 'cr.fluentbit.io/fluent/fluent-bit:5.1.1',
  fluentd: 'docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-forward-1.1',
  fluentdCloudWatch: 'docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-cloudwatch-1.1',
  fluentdElasticsearch: 'docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-elasticsearch8-1.1',
  fluentdKafka: 'docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-kafka2-1.1',
  fluentdOpenSearch: 'docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-opensearch-1.1',
  fluentdS3: 'docker.io/fluent/fluentd-kubernetes-daemonset:v1.19.3-debian-s3-1.1',
  infrastructureBundle: 'docker.io/newrelic/infrastructure-bundle:3.3.39',
  kubeRbacProxy: 'quay.io/brancz/kube-rbac-proxy:v0.22.1',
  logstash: 'docker.elastic.co/logstash/logstash:9.5.2',
  metricbeat: 'docker.elastic.co/beats/metricbeat-wolfi:9.5.2',
  nodeExporter: 'quay.io/prometheus/node-exporter:v1.12.1',
  nriKubernetes: 'docker.io/newrelic/nri-kubernetes:4.5.0',
  openTelemetryCollector: 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-k8s:0.158.0',
  openTelemetryCollectorContrib: 'ghcr.io/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib:0.158.0',
};
