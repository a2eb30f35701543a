import { netConf } from './net-conf';
import { FlannelOptions } from './options';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { ApiAccess } from '../../host/api-access';
import { ConfigFile } from '../../host/config-file';
import { ContainerPort } from '../../host/container-port';
import { EnvValue } from '../../host/env-value';
import { invalid } from '../../host/invalid';
import { CniBinary } from '../../host/network/cni-binary';
import { CniConfig } from '../../host/network/cni-config';
import { Probe } from '../../host/probe';
import { assertLine, assertPort, assertValue } from '../assert-values';
import { IMAGES } from '../images';
import { networkAgent } from '../network/agent';
import { asksOurs } from '../network/monitored';

/** Where flannel looks for its network by itself. */
const NET_CONF = '/etc/kube-flannel/net-conf.json';

/**
 * Flannel (flags of 0.28.9).
 * @see https://github.com/flannel-io/flannel
 */
export function flannel(options: FlannelOptions, context: AgentContext): AgentConfig {
  const { hardened } = context;
  const { container = {}, networkInterface, nftables = false, apiServer } = options;
  const { healthPort = hardened ? 8081 : undefined, cniConfig = hardened ? conflist() : undefined, cniPlugin = hardened ? plugin() : undefined } = options;
  if (asksOurs(context)) {
    throw invalid('monitor', 'left out: flannel has no metrics', context.options.monitor?._kind, 'scrape the NodeExporter for the traffic of its interface');
  }
  assertValue('backend', options.backend, '_settings', 'FlannelBackend.vxlan()');
  assertPort('healthPort', healthPort);
  assertLine('networkInterface', networkInterface);
  const args = [
    ...hardened ? ['--ip-masq', '--kube-subnet-mgr'] : [],
    ...networkInterface === undefined ? [] : [`--iface=${networkInterface}`],
    ...healthPort === undefined ? [] : [`--healthz-port=${healthPort}`],
  ];
  const text = netConf(options, hardened);
  return networkAgent({
    program: {
      name: 'kube-flannel',
      image: IMAGES.flannel,
      ...hardened ? { command: ['/opt/bin/flanneld'] } : {},
      args: args.length === 0 ? undefined : args,
      // With the name of the node it need not look for its pod.
      env: hardened ? { NODE_NAME: EnvValue.NODE_NAME } : {},
      ports: healthPort === undefined ? [] : [ContainerPort.tcp(healthPort, { name: 'healthz' })],
      ...hardened && healthPort !== undefined ? {
        livenessProbe: Probe.httpGet('/healthz', { port: healthPort, initialDelaySeconds: 10, periodSeconds: 30 }),
        readinessProbe: Probe.httpGet('/readyz', { port: healthPort, initialDelaySeconds: 5, periodSeconds: 10 }),
      } : {},
    },
    written: container,
    needs: {
      cniConfig,
      cniBinaries: cniPlugin && [cniPlugin],
      capabilities: hardened && container.securityContext === undefined ? ['NET_ADMIN', 'NET_RAW'] : undefined,
      xtablesLock: hardened && !nftables,
      runDirectories: hardened ? ['/run/flannel'] : [],
      apiServer,
      writesToImage: true,
    },
    resources: { requests: { cpu: '100m', memory: '50Mi' } },
    configFiles: text === undefined ? [] : [ConfigFile.text(NET_CONF, text)],
    apiAccess: hardened ? [ApiAccess.read('', 'nodes'), ApiAccess.rule({ resources: ['nodes/status'], verbs: ['patch'] })] : undefined,
  }, context);
}

/** Flannel's program hands pods to the reference plugin bridge; portmap gives them their host ports. */
function conflist(): CniConfig {
  return CniConfig.conflist('10-flannel.conflist', {
    name: 'cbr0',
    cniVersion: '0.3.1',
    plugins: [
      { type: 'flannel', delegate: { hairpinMode: true, isDefaultGateway: true } },
      { type: 'portmap', capabilities: { portMappings: true } },
    ],
  }, { replaces: ['10-flannel.conf'] });
}

function plugin(): CniBinary {
  return CniBinary.fromImage(IMAGES.flannelCniPlugin, { paths: ['/flannel'] });
}
