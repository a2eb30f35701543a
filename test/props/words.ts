import * as fc from 'fast-check';

const NAMES = ['agent', 'node-1', 'config', 'a'];
const PATHS = ['/var/log', '/var/lib/agent', '/etc/agent', '/run/agent.sock', '/', '/dev/kmsg'];
const FILES = ['agent.yaml', 'parts/a.conf', 'token'];
const QUANTITIES = ['50m', '64Mi', '1', '2', '1Gi', '0.5'];
const HOSTS = ['nfs.example.com', '10.0.0.1', '::1'];
const LABELS = ['app', 'example.com/pool', 'kubernetes.io/os', 'team'];

/** Words for the slots whose names say what belongs there; the owner is in front where the name alone does not. Most are right. */
const WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(LogFilterOptions|LogSinkOptions)\.sources$/, ['containers', 'files', 'journal']],
  [/^(LogFilterOptions|LogSinkOptions|LogSourceOptions)\.id$/, ['first', 'second', 'third', 'fourth-5', 'fifth']],
  [/^(ContainerLogs|Multiline)Options\.\w+$/, ['shop-*', 'kube-system', 'app', '*-db']],
  [/^MultilinePatternOptions\.|^LogFilter\.(drop|keep|redact)\.pattern$/, ['^\\d{4}-', '^\\s+at ', 'password=(\\S+)', "it's \"\\$\\{a\\}\" #{b} /c/", '(?:a|b)+$', '[^}]\\\\']],
  [/^LogFilter\.addFields\.fields\{\}$/, ['production', '$(NODE_NAME)', "it's \"#{a}\" \\ $x", '{{ a }} %{b}']],
  [/^LogFilter\.addFields\.fields keys$|^LogField\.named\./, ['cluster', 'level', '_x']],
  [/^LogField\.podLabel\./, ['app.kubernetes.io/name', 'app']],
  [/^LogFilesOptions\.(paths|exclude)$/, ['/var/log/nginx/*.log', '/srv/app/*/out.log', '/var/log/syslog']],
  [/^AuditLogOptions\.path$/, ['/var/log/kube-apiserver/audit.log']],
  [/^JournalOptions\.units$/, ['kubelet', 'containerd.service']],
  [/^JournalOptions\.matches keys$/, ['_TRANSPORT', 'PRIORITY']],
  [/^KafkaOptions\.brokers$/, ['kafka-0.kafka:9092', 'kafka.example.com:9093']],
  [/^(LogBufferOptions\.maxSize)$/, ['1Mi', '20Mi', '512Mi', '1Gi', '0']],
  [/\.maxLineSize$/, ['16Ki', '1Mi', '1']],
  [/^LogAwsOptions\.roleArn$/, ['arn:aws:iam::123456789012:role/logs']],
  [/^CloudWatchOptions\.logGroup$/, ['/logs/$(NODE_NAME)', 'logs']],
  [/^(Loki|Splunk|Kafka|OpenSearch|Elasticsearch|S3|CloudWatch|Http|Forward|OtlpLog)\w*Options\.(username|index|topic|tenant|source|sourcetype|prefix|pipeline)$/, ['logs', '$(NODE_NAME)', 'a-b']],
  [/^HttpLogOptions\.path$/, ['/ingest', '/']],
  [/^LokiOptions\.labels keys$/, ['team', 'cluster']],
  [/^(KeyToPath|DownwardApiFile\.\w+|ProjectedSource\.\w+|EnvValue\.file)\.path$/, FILES],
  [/\.(keyPath|credentialBundlePath|certificateChainPath|subPath|secretFile)$/, FILES],
  [/\.localhostProfile$|(SeccompProfile|AppArmorProfile)\.localhost\./, ['profiles/agent.json', 'agent']],
  [/HttpGet|Probe\.httpGet\.|LifecycleHook\.httpGet\.path$/, ['/ready', '/', '/healthz?verbose']],
  [/EnvValue\.(field|ref)\.path$|DownwardApiFile\.field\.(field|fieldPath)$|\.fieldPath$/, [
    'metadata.name', 'spec.nodeName', "metadata.labels['app']", 'status.podIP', 'metadata.namespace',
  ]],
  [/\.divisor$/, ['1', '1m', '1Mi']],
  [/(EnvValue|DownwardApiFile)\.resource\.resource$/, ['limits.cpu', 'requests.memory', 'limits.memory', 'requests.ephemeral-storage']],
  [/resources?\.requests keys$|\.(requests|limits) keys$/, ['cpu', 'memory', 'ephemeral-storage', 'nvidia.com/gpu']],
  [/\.(requests|limits)\{\}$|\.(sizeLimit|storage|storageLimit)$/, QUANTITIES],
  [/\.(labels|matchLabels|nodeSelector|virtualNodeLabels)( keys)$|(NodeExpression|LabelExpression|NodeTerm)\.\w+\.key$/, LABELS],
  [/nnotations keys$/, ['example.com/note', 'prometheus.io/scrape']],
  [/nnotations\{\}$/, ['true', 'any text at all: {}']],
  [/\.(labels|matchLabels|nodeSelector|virtualNodeLabels)\{\}$|\.values$/, ['linux', 'a', 'Node_1', '']],
  [/\.sysctls keys$/, ['net.ipv4.ip_unprivileged_port_start', 'kernel.shm_rmid_forced']],
  [/^SharedDirectory\.(owned|socket)\.(path|directory)$/, ['/var/lib/agent', '/run/agent', '/var/lib/kubelet/plugins/agent', '/opt/agent']],
  [/^SharedDirectory\.socket\.file$/, ['agent.sock', 'api']],
  [/^OwnedDirectoryOptions\.mode$/, ['0755', '1777', '750', '2770']],
  [/\.connect\.addresses keys$/, ['ADDRESS', 'URL', 'HOST_IP', 'NODE']],
  [/^NodeAddress\.url\.scheme$/, ['http', 'redis']],
  [/\.(nodePorts|appProtocols) keys$/, ['agent', 'a', '80', '9100']],
  [/\.appProtocols\{\}$/, ['http', 'kubernetes.io/h2c']],
  [/\.env keys$/, ['LOG_LEVEL', 'NODE', 'a.b']],
  [/EnvValue\.text\.|\.sysctls\{\}$/, ['info', '0', '$(NODE)', '']],
  [/\.args$|\.command$/, ['--config=/etc/agent.yaml', '-v', 'agent', '']],
  [/NetworkPeer\.ipBlock\.cidr$/, ['10.0.0.0/8', '0.0.0.0/0', '2001:db8::/32']],
  [/IpBlockOptions\.except$/, ['10.1.0.0/16', '10.2.0.0/16', '10.0.0.0/8', '2001:db8:1::/48']],
  [/(minAllowed|maxAllowed) keys$|\.controlledResources$/, ['cpu', 'memory']],
  [/\.minAllowed\{\}$/, ['1', '2']],
  [/\.maxAllowed\{\}$/, ['2', '4Gi']],
  [/VerticalAutoscalerOptions\.containers keys$/, ['*', 'agent']],
  [/\.acknowledge|Acknowledgement\.id$/, ['ND201', 'ND202', 'ND301', 'ND401', 'ND402']],
  [/\.(maxUnavailable|maxSurge)$/, ['1', '10%', '0', '100%']],
  [/\.(add|drop|capabilities)$/, ['NET_ADMIN', 'SYS_PTRACE', 'ALL', 'CHOWN']],
  [/\.kubernetes$/, ['1.28', '1.35', '1.37']],
  [/\.(ip|hostIp|hostIP|nameservers)$/, ['10.0.0.1', '127.0.0.1', '2001:db8::1']],
  [/MetricbeatElasticsearchOptions\.hosts$/, ['https://elasticsearch.example.com:9200', 'http://elasticsearch:9200']],
  [/Metricbeat\w+Options\.hosts$/, ['logstash.example.com:5044', 'kafka:9092']],
  [/(Metricbeat|NewRelic)\w+\.(period|interval|timeout)$/, ['10s', '1m30s', '500ms']],
  [/\.displayName$/, ['$(NODE_NAME)', 'production: $(NODE_NAME)']],
  [/\.integrations keys$/, ['redis-config.yml', 'flex.yaml']],
  [/MetricbeatSystemOptions\.(processes|excludeMountPoints)$/, ['.*', '^/hostfs/mnt($|/)']],
  [/\.(hostnames|searches|hostname|subdomain|host|server|hostnameOverride)$/, ['agent', 'node-1']],
  [/\.(portals|targetPortal|monitors)$/, HOSTS],
  [/\.iqn$|\.initiatorName$/, ['iqn.2003-01.org.example:disk']],
  [/\.(image|reference)$|\.images\{\}$/, ['example.com/agent:1.4.0', 'agent', 'quay.io/a/b@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef']],
  [/\.(registry|registries)$/, ['registry.example.com', 'docker.io']],
  [/\.(images keys|repository)$/, ['fluent/fluentd', 'agent']],
  [/\.(readinessGates|finalizers|signerName|topologyKey|matchLabelKeys|mismatchLabelKeys|\w*LabelKeys)$/, ['example.com/ready', 'example.com/zone', 'topology.kubernetes.io/zone']],
  [/\.apiGroups?$/, ['', 'apps', 'rbac.authorization.k8s.io']],
  [/\.verbs$/, ['get', 'list', '*']],
  [/\.resources$/, ['pods', 'nodes', 'pods/log']],
  [/\.nonResourceUrls$/, ['/metrics', '/healthz/*']],
  [/\.resourceName$/, ['cpu', 'memory']],
  [/^GmondMetric\.name$/, ['load_one', 'cpu_user', 'disk_free', 'bytes_in']],
  [/^GmondMulticast\w*\.group$/, ['239.2.11.71', '239.1.2.3']],
  [/^Gmond\w+\.bind$/, ['127.0.0.1', '::1']],
  [/^GmondAcl\./, ['10.0.0.0/8', '2001:db8::1']],
  [/^CollectdPlugin\.custom\.name$/, ['conntrack', 'ping']],
  [/^CollectdCustomPluginOptions\.lines$/, ['OldFiles true', 'Host "a"']],
  [/^CollectdHttpOptions\.url$/, ['https://metrics.example.com/post', 'http://metrics:8080/']],
  [/^CollectdFileSystems\.mountPoints$/, ['/', '/var', '/^\\/data/']],
  [/\.(secret|file)?[nN]ame$|\.configMapName$|\.containerName$|\.claimName$/, NAMES],
  [/\.(devicePath)$/, ['/dev/xvda', '/dev/xvdb']],
  [/\.subPathExpr$/, ['$(NODE)/a', 'a']],
  [/ConfigFile\.\w+\.path$/, ['/etc/agent/agent.yaml', '/etc/agent/parts/a.conf', '/config/b']],
  [/\.(collectionInterval|initialDelay|interval|scrapeTimeout|timeout|delay|checkInterval|initialInterval|maxInterval|maxElapsedTime|metricExpiration)$/, ['30s', '1m']],
  [/KubeletStatsOptions\.endpoint$/, ['https://${env:OTEL_K8S_NODE_IP}:10250']],
  [/\.endpoint$/, ['https://gateway.example.com:4318', 'http://gateway:4318']],
  [/eaders keys$/, ['x-tenant', 'x-scope']],
  [/KubeletStatsOptions\.metrics keys$/, ['k8s.pod.uptime', 'k8s.pod.cpu_limit_utilization', 'k8s.pod.cpu.node.utilization']],
  [/ScraperOptions\.metrics keys$/, ['system.cpu.utilization', 'system.memory.limit']],
  [/ProcessScraperOptions\.resourceAttributes keys$/, ['process.owner', 'process.cgroup']],
  [/ScraperFilter\.matching\./, ['^eth', '^/var($|/)', '(?i)a']],
  [/\.caFile$/, ['/etc/kubernetes/ca.crt']],
  [/\.rootPath$/, ['/hostfs', '/node']],
  [/NodeTermOptions\.matchFields|matchFields/, ['metadata.name']],
  [/([pP]ath|[dD]irectory|directories|Socket|[rR]oots?|Directories|Paths|workingDir)$/, PATHS],
  [/\.key$/, ['agent.yaml', 'password', 'a']],
  [/\.(audience|text|reason|level|role|type|user|system|gateway)$/, ['vault', 'text', 's0:c1']],
];

/** Numbers by the same rule. */
const NUMBERS: readonly (readonly [RegExp, fc.Arbitrary<number>])[] = [
  [/retentionDays$/, fc.constantFrom(7, 30)],
  [/flushSeconds$|uploadSeconds$|waitSeconds$|refreshSeconds$/, fc.integer({ min: 1, max: 60 })],
  [/spikeLimitPercentage$|spikeLimitMebibytes$/, fc.integer({ min: 1, max: 20 })],
  [/sendBatchMaxSize$/, fc.constantFrom(0, 10000)],
  [/limitPercentage$/, fc.integer({ min: 50, max: 100 })],
  [/\.weight$/, fc.integer({ min: 1, max: 100 })],
  [/[mM]ode$/, fc.constantFrom(0o400, 0o644, 0o777)],
  [/\.nodePort(s\{\})?$/, fc.constantFrom(30020, 31000)],
  [/[pP]ort$|\.number$/, fc.constantFrom(80, 9100, 9101, 10250, 65535)],
  [/exitCodes$/, fc.integer({ min: 1, max: 255 })],
  [/xpirationSeconds$/, fc.integer({ min: 3600, max: 7200 })],
  [/successThreshold$|\.lun$/, fc.constantFrom(1, 2)],
  [/\.(seconds|partition)$/, fc.integer({ min: 1, max: 20 })],
];

/** Texts that somebody might write into a slot. */
export function textFor(owner: string, name: string): fc.Arbitrary<string> {
  const slot = `${owner}.${name}`;
  return fc.constantFrom(...WORDS.find(([pattern]) => pattern.test(slot))?.[1] ?? NAMES);
}

/** Numbers that somebody might write into a slot. */
export function numberFor(owner: string, name: string): fc.Arbitrary<number> {
  const slot = `${owner}.${name}`;
  return NUMBERS.find(([pattern]) => pattern.test(slot))?.[1] ?? fc.integer({ min: 1, max: 1000 });
}
