import { readFileSync } from 'fs';
import { join } from 'path';
import { ApiObject, Testing } from 'cdk8s';
import { cacheIn } from './tcp';
import { analysis, IpFamily, NodeAddress, NodeLocalExposure, NodePlatform } from '../../src';
import { chartOf } from '../core/testing';
import { refusedTable, wiringTable } from '../core/workloads';
import { table, withGeneratedParts } from '../generated-part';

export const PAGE = join(__dirname, '../../docs/tcp-node-daemon.md');

/** Written by the program test of that name; see there how it was measured. */
const GAPS = join(__dirname, '../programs/update-gap.md');

const EXPOSURES: { readonly [call: string]: NodeLocalExposure } = {
  'localService()': NodeLocalExposure.localService(),
  'preferSameNode()': NodeLocalExposure.preferSameNode(),
  'hostPort()': NodeLocalExposure.hostPort(),
  'hostNetwork()': NodeLocalExposure.hostNetwork(),
  'nodePort({ nodePort: 30637 })': NodeLocalExposure.nodePort({ nodePort: 30637 }),
  'loadBalancer()': NodeLocalExposure.loadBalancer(),
};

/** docs/tcp-node-daemon.md with what the code says. */
export function tcpNodeDaemonPage(): string {
  return withGeneratedParts(PAGE, {
    exposures: table(['`exposure`', 'Makes', 'Pod Security of its namespace', 'Update', 'What `NodeAddress.url(\'redis\')` says', 'The same on IPv6'],
      Object.entries(EXPOSURES).map(([call, exposure]) => {
        const { daemonSet, service, level, url } = outcome(exposure, IpFamily.IPV4);
        return [`\`${call}\``, makes(daemonSet, service), `\`${level}\``, update(daemonSet.spec), `\`${url}\``, `\`${outcome(exposure, IpFamily.IPV6).url}\``];
      })),
    gaps: readFileSync(GAPS, 'utf8').split('\n').filter(line => line.startsWith('|')).join('\n'),
    wiring: wiringTable((chart, workload) => connect(cacheIn(chart), workload)),
    refused: refusedTable((chart, workload) => connect(cacheIn(chart), workload)),
  });
}

function connect(daemon: ReturnType<typeof cacheIn>, workload: Parameters<typeof daemon.connect>[0]): void {
  daemon.connect(workload, { CACHE_URL: NodeAddress.url('redis') });
}

function outcome(exposure: NodeLocalExposure, ipFamily: IpFamily) {
  const chart = chartOf('agents');
  const cache = cacheIn(chart, { name: 'cache', exposure, platform: NodePlatform.standard({ ipFamily }) });
  const client = new ApiObject(chart, 'client', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'client', image: 'client:1' }] } });
  connect(cache, client);
  const manifests: any[] = Testing.synth(chart);
  const of = (kind: string) => manifests.find(manifest => manifest.kind === kind);
  const url = of('Pod').spec.containers[0].env.find(({ name }: any) => name === 'CACHE_URL').value;
  const [{ podSecurityLevel: level }] = analysis.Analysis.of(manifests).namespaces;
  return { daemonSet: of('DaemonSet'), service: of('Service')?.spec, level, url };
}

function makes({ spec: { template: { spec } } }: any, service: any): string {
  const [{ hostPort }] = spec.containers[0].ports;
  const { type, internalTrafficPolicy, externalTrafficPolicy, trafficDistribution, ports } = service ?? {};
  return [
    ...spec.hostNetwork ? ['`hostNetwork: true`'] : [],
    ...hostPort === undefined ? [] : [`\`hostPort: ${hostPort}\``],
    ...service === undefined ? [] : [type === undefined ? 'a Service' : [`a Service of type \`${type}\``, ...ports[0].nodePort === undefined ? [] : [`\`nodePort: ${ports[0].nodePort}\``]].join(', ')],
    ...internalTrafficPolicy === undefined ? [] : [`\`internalTrafficPolicy: ${internalTrafficPolicy}\``],
    ...externalTrafficPolicy === undefined ? [] : [`\`externalTrafficPolicy: ${externalTrafficPolicy}\``],
    ...trafficDistribution === undefined ? [] : [`\`trafficDistribution: ${trafficDistribution}\``],
  ].join(', ');
}

function update({ updateStrategy: { rollingUpdate }, template: { spec } }: any): string {
  const { preStop } = spec.containers[0].lifecycle ?? {};
  return [...Object.entries(rollingUpdate).map(([field, value]) => `\`${field}: ${value}\``), ...preStop === undefined ? [] : [`preStop ${preStop.sleep.seconds} s`]].join(', ');
}
