// The constructs
export * from './core/node-daemon';
export * from './core/node-daemon-options';
export * from './daemons/csi-driver';
export * from './daemons/csi-node-plugin';
export * from './daemons/file-system-daemon';
export * from './daemons/log-agent';
export * from './daemons/log-collector';
export * from './daemons/metrics-agent';
export * from './daemons/network-agent';
export * from './daemons/network-program';
export * from './daemons/node-exporter';
export * from './daemons/node-groups';
export * from './daemons/tcp-node-daemon';

// How pods reach a TcpNodeDaemon on their node
export * from './host/connect-options';
export * from './host/node-address';
export * from './host/node-local-exposure';
export * from './host/node-local-exposure-options';

// The drivers of CsiNodePlugin
export * from './catalog/csi/options';
export * from './host/csi-driver-object';
export * from './host/csi-driver-object-options';
export * from './host/csi-host-access';

// What FileSystemDaemon shares, and with whom
export * from './host/mount-into-options';
export * from './host/se-linux-sharing';
export * from './host/shared-directory';
export * from './host/shared-directory-options';

// The pipeline of LogCollector
export * from './host/log/kubernetes-metadata';
export * from './host/log/log-buffer';
export * from './host/log/log-field';
export * from './host/log/log-filter';
export * from './host/log/log-filter-options';
export * from './host/log/log-pipeline-options';
export * from './host/log/log-server-options';
export * from './host/log/log-sink';
export * from './host/log/log-sink-options';
export * from './host/log/log-source';
export * from './host/log/log-source-options';
export * from './host/log/log-state';
export * from './host/log/multiline';
export * from './host/log/read-from';

// The programs of LogCollector
export * from './catalog/alloy/options';
export * from './catalog/filebeat/options';
export * from './catalog/fluent-bit/options';
export * from './catalog/fluentd/options';
export * from './catalog/log/agent-options';
export * from './catalog/logstash/options';
export * from './catalog/open-telemetry-logs/options';
export * from './catalog/vector/options';

// The programs of NodeExporter
export * from './catalog/collectd/df-options';
export * from './catalog/collectd/network-options';
export * from './catalog/collectd/options';
export * from './catalog/collectd/output';
export * from './catalog/collectd/output-options';
export * from './catalog/collectd/plugin';
export * from './catalog/collectd/plugin-options';
export * from './catalog/gmond/acl';
export * from './catalog/gmond/channel';
export * from './catalog/gmond/channel-options';
export * from './catalog/gmond/collection-group';
export * from './catalog/gmond/options';
export * from './catalog/node-exporter/collector';
export * from './catalog/node-exporter/collector-name';
export * from './catalog/node-exporter/collector-options';
export * from './catalog/node-exporter/kube-rbac-proxy-options';
export * from './catalog/node-exporter/metrics-auth';
export * from './catalog/node-exporter/options';
export * from './catalog/node-exporter/textfile-directory';
export * from './catalog/metricbeat/metricset';
export * from './catalog/metricbeat/module';
export * from './catalog/metricbeat/module-options';
export * from './catalog/metricbeat/options';
export * from './catalog/metricbeat/output';
export * from './catalog/metricbeat/output-options';
export * from './catalog/new-relic/options';

// The OpenTelemetry Collector
export * from './catalog/open-telemetry/client-options';
export * from './catalog/open-telemetry/exporter';
export * from './catalog/open-telemetry/exporter-options';
export * from './catalog/open-telemetry/host-metrics';
export * from './catalog/open-telemetry/host-scraper';
export * from './catalog/open-telemetry/kubelet-stats';
export * from './catalog/open-telemetry/metrics-options';
export * from './catalog/open-telemetry/options';
export * from './catalog/open-telemetry/receiver';
export * from './catalog/open-telemetry/receiver-options';
export * from './catalog/open-telemetry/scraper-filter';
export * from './catalog/open-telemetry/scraper-options';

// The programs of NetworkAgent
export * from './catalog/flannel/backend';
export * from './catalog/flannel/backend-options';
export * from './catalog/flannel/options';
export * from './catalog/kube-proxy/options';
export * from './catalog/network/options';
export * from './catalog/node-local-dns/options';
export * from './host/network/api-server-address';
export * from './host/network/bpf-mode';
export * from './host/network/cni-binary';
export * from './host/network/cni-config';
export * from './host/network/cni-options';
export * from './host/network/kernel-modules';

// What holds for a whole app or cluster
export * from './core/checks';
export * from './core/daemon-defaults';
export * from './core/daemon-namespace';
export * from './host/daemon-profile';
export * from './host/image-source';
export * from './host/node-platform';
export * from './host/node-platform-options';

// The program: a container and its environment
export * from './host/daemon-container';
export * from './host/config-file';
export * from './host/container-port';
export * from './host/container-resources';
export * from './host/env-from';
export * from './host/env-value';
export * from './host/http-get';
export * from './host/image-pull-policy';
export * from './host/lifecycle';
export * from './host/probe';
export * from './host/resource-field-options';
export * from './host/restart-rule';
export * from './host/secret-value';

// The pod around it
export * from './host/pod-dns';
export * from './host/pod-metadata';
export * from './host/pod-options';
export * from './host/pod-security-context';
export * from './host/preemption-policy';

// What it may touch
export * from './host/api-access';
export * from './host/capabilities';
export * from './host/host-namespaces';
export * from './host/host-path';
export * from './host/host-path-type';
export * from './host/mount-propagation';
export * from './host/security-context';
export * from './host/security-options';
export * from './host/security-profile';

// Volumes
export * from './host/cloud-volume-options';
export * from './host/downward-api-file';
export * from './host/in-tree-volume';
export * from './host/key-to-path';
export * from './host/persistent-volume-claim';
export * from './host/projected-source';
export * from './host/retired-volume-options';
export * from './host/storage-volume-options';
export * from './host/volume-mount';
export * from './host/volume-source';
export * from './host/volume-source-options';

// Which nodes, when, and before whom
export * from './host/label-selector';
export * from './host/node-expression';
export * from './host/node-placement';
export * from './host/node-priority';
export * from './host/node-term';
export * from './host/pod-affinity-term';
export * from './host/toleration';
export * from './host/update-strategy';
export * from './host/vertical-autoscaler';
export * from './host/vertical-autoscaler-options';

// How others reach it, and what was looked at and accepted
export * from './host/acknowledgement';
export * from './host/ip-family';
export * from './host/monitor';
export * from './host/monitor-options';
export * from './host/network-egress';
export * from './host/network-peer';
export * from './host/network-policy-options';
export * from './host/network-port';
export * from './host/service-kinds';
export * from './host/service-options';

// What is true and what is wrong of manifests, whoever wrote them
export * as analysis from './analysis';
