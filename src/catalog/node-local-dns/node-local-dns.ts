import { assertNodeLocalDns } from './assert-options';
import { corefile } from './corefile';
import { NodeLocalDnsOptions } from './options';
import { AgentConfig, AgentContext, AgentObject } from '../../core/agent-config';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { DaemonContainer } from '../../host/daemon-container';
import { Probe } from '../../host/probe';
import { UpdateStrategy } from '../../host/update-strategy';
import { VolumeSource } from '../../host/volume-source';
import { IMAGES } from '../images';
import { KubeProxyMode } from '../kube-proxy/options';
import { networkAgent } from '../network/agent';

const UPSTREAM = 'kube-dns-upstream';

/**
 * NodeLocal DNSCache (flags of node-cache 1.26.4).
 * @see https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/
 */
export function nodeLocalDns(options: NodeLocalDnsOptions, context: AgentContext): AgentConfig {
  const { hardened } = context;
  assertNodeLocalDns(options, context);
  const { container = {}, kubeProxyMode, clusterDns, localIp = '169.254.20.10', metricsPort = 9253, healthPort = 8080 } = options;
  const { dnsPods = hardened ? { 'k8s-app': 'kube-dns' } : undefined } = options;
  const addresses = [localIp, ...kubeProxyMode === KubeProxyMode.IPVS || clusterDns === undefined ? [] : [clusterDns]];
  const metrics = ContainerPort.tcp(metricsPort, { name: 'metrics' });
  const program: DaemonContainer = {
    name: 'node-cache',
    image: IMAGES.nodeCache,
    args: [
      '-localip', addresses.join(','), '-conf', '/etc/Corefile', '-upstreamsvc', UPSTREAM,
      ...healthPort === 8080 ? [] : ['-health-port', String(healthPort)],
      // Rules come once the cache answers, which this file tells.
      '-pidfile', '/tmp/node-cache.pid',
    ],
    ports: [ContainerPort.udp(53, { name: 'dns' }), ContainerPort.tcp(53, { name: 'dns-tcp' }), metrics],
    // The older way to name servers and domains, where the cluster has it.
    volumes: [{ name: 'kube-dns-config', mountPath: '/etc/kube-dns', readOnly: true, source: VolumeSource.configMap('kube-dns', { optional: true }) }],
    livenessProbe: Probe.httpGet('/health', { host: localIp, port: healthPort, initialDelaySeconds: 60, timeoutSeconds: 5 }),
    // Without it an update goes on to the next node whether or not this one has DNS.
    readinessProbe: hardened ? Probe.httpGet('/health', { host: localIp, port: healthPort, timeoutSeconds: 5 }) : undefined,
  };
  return networkAgent({
    program,
    written: container,
    needs: {
      capabilities: hardened && container.securityContext === undefined ? ['NET_ADMIN', 'NET_RAW', 'NET_BIND_SERVICE'] : undefined,
      xtablesLock: hardened,
      writesToImage: true,
    },
    resources: { requests: { cpu: '25m', memory: '32Mi' } },
    // It looks by itself whether the file has changed.
    configFiles: [ConfigFile.text('/etc/coredns/Corefile.base', corefile(options, addresses, { metrics: metricsPort, health: healthPort }), { key: 'Corefile', isWatched: true })],
    metrics: { port: 'metrics', number: metricsPort },
    objects: dnsPods && [upstreamService(dnsPods)],
    defaults: hardened ? {
      service: { headless: true, ports: [metrics] },
      updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' }),
      acknowledge: [{ id: 'ND504', reason: 'node-cache reads its Corefile again by itself' }],
    } : {},
  }, context);
}

/** Its name is that of the variable in which node-cache finds the address. */
function upstreamService(selector: { readonly [label: string]: string }): AgentObject {
  const ports = [{ name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 }, { name: 'dns-tcp', port: 53, protocol: 'TCP', targetPort: 53 }];
  return { id: 'Upstream', apiVersion: 'v1', kind: 'Service', name: UPSTREAM, fields: { spec: { ports, selector } } };
}
