import { exporter } from './agents';
import {
  MetricbeatModule, MetricbeatOptions, MetricbeatOutput, MetricbeatSystemOptions, MetricsAgent, Monitor, SecretValue, SystemMetricset,
} from '../../src';

const metricbeat = (options: Partial<MetricbeatOptions> = {}, props: Parameters<typeof exporter>[1] = {}) =>
  exporter(MetricsAgent.metricbeat({ output: MetricbeatOutput.console(), ...options }), props);
const only = (options: MetricbeatSystemOptions) => MetricbeatModule.system({ metricsets: [SystemMetricset.CPU], ...options });

test.each<[string, () => unknown, string]>([
  ['no output', () => MetricsAgent.metricbeat({ output: undefined as any }),
    "output of Metricbeat must be given, such as MetricbeatOutput.elasticsearch({ hosts: ['https://elasticsearch.example.com:9200'] }), got undefined"],
  ['no module', () => metricbeat({ modules: [] }), 'modules of Metricbeat must be at least one, as it does not start without, got []'],
  ['a module as Metricbeat writes it', () => metricbeat({ modules: [{ module: 'system' } as any] }),
    'a module of Metricbeat must be a value such as MetricbeatModule.system(), got {"module":"system"}'],
  ['an unknown metricset', () => MetricbeatModule.kubelet({ metricsets: ['state_pod' as any] }),
    'metricsets of the kubernetes module must be each once, and of container, node, pod, system, volume, got ["state_pod"]'],
  ['a metricset twice', () => only({ metricsets: [SystemMetricset.CPU, SystemMetricset.CPU] }),
    'metricsets of the system module must be each once, and of core, cpu, diskio, entropy, filesystem, fsstat, load, memory, network, network_summary, process, process_summary, raid, '
    + 'service, socket, socket_summary, uptime, users, got ["cpu","cpu"]'],
  ['a period without a unit', () => only({ period: '10' }), "period of the system module must be a duration of Go above 0, such as '10s' or '1m30s', got '10'"],
  ['a period in days', () => MetricbeatModule.kubelet({ period: '1d' }), "period of the kubernetes module must be a duration of Go above 0, such as '10s' or '1m30s', got '1d'"],
  ['no time at all', () => MetricbeatModule.of({ module: 'linux', period: '0s' }),
    "period of the linux module must be a duration of Go above 0, such as '10s' or '1m30s', got '0s'"],
  ['an option of another metricset', () => only({ processTopByCpu: 5 }),
    'processTopByCpu of the system module must be given with the metricset process, of which it speaks, got ["cpu"]'],
  ['a broken pattern', () => only({ metricsets: [SystemMetricset.PROCESS], processes: ['(?!kube)'] }),
    "a process of the system module must be a regular expression of Go (RE2), which has no lookaround and no references to groups, got '(?!kube)'"],
  ['half a process', () => only({ metricsets: [SystemMetricset.PROCESS], processTopByMemory: 0.5 }),
    'processTopByMemory of the system module must be a whole number, 0 for none, got 0.5'],
  ['a module without a name', () => MetricbeatModule.of({ metricsets: ['pressure'] }),
    "settings of a module must be given with its name, such as { module: 'linux', metricsets: ['pressure'] }, got {\"metricsets\":[\"pressure\"]}"],
  ['an authority of the kubelet that is nowhere', () => MetricbeatModule.kubelet({ caFile: 'ca.crt' }), "caFile of the kubernetes module must be an absolute path in the container, got 'ca.crt'"],
  ['workloads without metadata', () => MetricbeatModule.kubelet({ addWorkloads: true, addMetadata: false }),
    'addWorkloads must be given with addMetadata, of which it is a part, got {"addMetadata":false}'],
  ['a password in a URL', () => MetricbeatOutput.elasticsearch({ hosts: ['https://elastic:changeme@es:9200'] }),
    "hosts of Elasticsearch must be URLs without a user in them, such as 'https://elasticsearch.example.com:9200', got [\"https://elastic:changeme@es:9200\"]"],
  ['no host', () => MetricbeatOutput.logstash({ hosts: [] }), "hosts of Logstash must be hosts with their ports, such as 'logstash.example.com:5044', got []"],
  ['a user without a password', () => MetricbeatOutput.elasticsearch({ hosts: ['http://es:9200'], username: 'a' }),
    "user of Elasticsearch must be given with username and password, got 'no password'"],
  ['a password beside an API key',
    () => MetricbeatOutput.elasticsearch({ hosts: ['http://es:9200'], username: 'a', password: SecretValue.key('es', 'p'), apiKey: SecretValue.key('es-key', 'k') }),
    'credentials of Elasticsearch must be apiKey or password, one of the two, got {"apiKey":"es-key","password":"es"}'],
  ['a certificate without its key', () => MetricbeatOutput.logstash({ hosts: ['a:1'], cert: SecretValue.key('tls', 'cert') }),
    "cert of the output must be given with its key, got 'no key'"],
  ['no topic', () => MetricbeatOutput.kafka({ hosts: ['a:1'], topic: '' }), "topic of Kafka must be given, such as 'metrics', got ''"],
  ['a password among the settings', () => metricbeat({ settings: { 'output.elasticsearch': { password: 'changeme' } } }),
    "setting 'output.elasticsearch.password' must be a variable such as '${PASSWORD}', as it stands in a ConfigMap, got '***': "
    + "give the container env: { PASSWORD: EnvValue.secret(SecretValue.key('…', '…')) }"],
  ['a relative state directory', () => metricbeat({ stateDirectory: 'state' }), "stateDirectory must be absolute, got 'state': write '/state'"],
  ['a port beyond all', () => metricbeat({ httpPort: 70000 }), 'port must be a whole number from 1 to 65535, got 70000'],
  ['the network of the node without host network',
    () => metricbeat({ modules: [only({ metricsets: [SystemMetricset.CPU, SystemMetricset.NETWORK] })] }, { hostNamespaces: { network: false } }),
    'platform/metrics: hostNamespaces.network must be true where Metricbeat measures the network of the node, got false: '
    + 'leave network out of the metricsets, which would be those of the pod'],
  ['a monitor', () => metricbeat({}, { monitor: Monitor.podMonitor() }),
    "platform/metrics: monitor of Metricbeat must be left out, as it sends what it measures and shows Prometheus nothing, got 'a monitor'"],
])('%s is an error', (_what, define, message) => {
  expect(define).toThrow(new Error(message));
});
