import { Collectors, collectorsOf } from './collector-flags';
import { CollectorName } from './collector-name';
import { assertExtraArgs } from './extra-args';
import { kubeRbacProxy } from './kube-rbac-proxy';
import { endpointOf, listenerOf } from './listener';
import { MetricsAuth } from './metrics-auth';
import { filesOf } from './node-files';
import { PrometheusOptions } from './options';
import { assertRights, rightsOf } from './rights';
import { TextfileDirectory } from './textfile-directory';
import { webConfig } from './web-config';
import { exporterVersion, OF_NETWORK, SINCE } from '../../analysis/node-exporter-flags';
import { AgentConfig, AgentContext } from '../../core/agent-config';
import { mergeContainer } from '../../core/merge-container';
import { DaemonContainer } from '../../host/daemon-container';
import { invalid } from '../../host/invalid';
import { IMAGES } from '../images';

const NAME = 'node-exporter';
const NO_AUTH = MetricsAuth.none();

/**
 * Prometheus' node_exporter (flags of 1.12.1).
 * @see https://github.com/prometheus/node_exporter
 */
export function nodeExporter(options: PrometheusOptions, context: AgentContext): AgentConfig {
  const { container = {}, auth = NO_AUTH, textfiles = [], extraArgs = [] } = options;
  const { hardened } = context;
  const { image = IMAGES.nodeExporter } = container;
  const collectors = collectorsOf(options, context);
  assertKnownFields(collectors, image);
  assertNetwork(context.options.hostNamespaces?.network, collectors);
  const web = webConfig(auth);
  const listener = listenerOf(options, auth, web, { hardened, hostNetwork: context.options.hostNamespaces?.network ?? hardened });
  const proxy = auth._kind === 'kube-rbac-proxy' ? kubeRbacProxy(auth._details.proxy!, listener, context) : undefined;
  const files = filesOf(options, collectors, hardened);
  const rights = rightsOf(collectors, container.name ?? NAME, context);
  const texts = textfiles.map((directory, position) => directory._needs(position, context.platform));
  assertTextfiles(textfiles, collectors);
  const args = [
    ...listener.address === undefined ? [] : [`--web.listen-address=${listener.address}`],
    ...files.flags,
    ...web.flags,
    ...collectors.flags,
    ...texts.map(({ mountPath }) => `--collector.textfile.directory=${mountPath}`),
  ];
  assertExtraArgs(extraArgs, args);
  const program: DaemonContainer = {
    name: NAME,
    image,
    args: args.length + extraArgs.length === 0 ? undefined : [...args, ...extraArgs],
    env: listener.env,
    ports: [...listener.ports],
    hostPaths: [...files.hostPaths, ...rights.hostPaths, ...texts.flatMap(({ hostPaths }) => hostPaths)],
    volumes: [...web.volumes, ...texts.flatMap(({ volumes }) => volumes)],
    ...hardened ? {
      securityContext: rights.securityContext,
      readinessProbe: listener.probe,
      livenessProbe: listener.probe,
      resources: context.resources ?? { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '128Mi' } },
    } : {},
  };
  const complete = mergeContainer(program, container);
  assertRights(collectors, complete.securityContext, context);
  return {
    component: 'node-exporter',
    container: complete,
    apiAccess: proxy?.apiAccess,
    sidecars: [...proxy?.sidecars ?? [], ...texts.flatMap(({ sidecars }) => sidecars)],
    configFiles: [...proxy?.configFiles ?? [], ...web.configFiles],
    metrics: endpointOf(auth, listener.scraped, extraArgs),
    defaults: hardened ? {
      hostNamespaces: { network: true },
      service: { headless: true, ports: [listener.scraped] },
      podMetadata: rights.podAnnotations && { annotations: rights.podAnnotations },
    } : {},
  };
}

/** A collector that the image does not know ends the program at its start. */
function assertKnownFields({ asked }: Collectors, image: string): void {
  const version = exporterVersion(/:([^/:@]+)(@.*)?$/.exec(image)?.[1]);
  for (const name of asked) {
    if (version !== undefined && version < (SINCE[name] ?? 0)) {
      throw invalid(`image of the collector ${name}`, `of version ${Math.floor(SINCE[name] / 1000)}.${SINCE[name] % 1000} or later`, image);
    }
  }
}

/** Text files that no collector reads, or that are read twice, which is an error of each scrape. */
function assertTextfiles(textfiles: readonly TextfileDirectory[], { on }: Collectors): void {
  if (textfiles.length > 0 && !on.has(CollectorName.TEXTFILE)) {
    throw invalid('textfiles', 'given with the collector textfile, which reads them', 'it is off', 'add NodeCollector.named(CollectorName.TEXTFILE), or take it out of without');
  }
  const paths = textfiles.flatMap(({ _path }) => _path ?? []);
  const twice = paths.find((path, position) => paths.indexOf(path) !== position);
  if (twice !== undefined) {
    throw invalid('textfiles', 'each directory once', twice);
  }
}

function assertNetwork(hostNetwork: boolean | undefined, { on }: Collectors): void {
  const ofNetwork = OF_NETWORK.filter(name => on.has(name));
  if (hostNetwork === false && ofNetwork.length > 0) {
    throw invalid('hostNamespaces.network', 'true with collectors that report the network of the node', false,
      `they would report that of the pod: leave it out, or add without: [${ofNetwork.map(name => `CollectorName.${name.toUpperCase()}`).join(', ')}]`);
  }
}
