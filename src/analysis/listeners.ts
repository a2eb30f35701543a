import { commandLine } from './command-line';
import { isRegistrar } from './csi';
import type { Daemon, PlacedContainer } from './daemon';
import { filledFlags, Flag } from './flags';
import { imageName } from './images';
import { nodeExporters } from './node-exporter';
import { scriptPosition } from './shell-scripts';

/** A TCP port that a program of a pod listens on, as its arguments say. */
export interface Listener {
  readonly placed: PlacedContainer;
  /** `0.0.0.0` stands for all addresses and `127.0.0.1` for the loopback; nothing where it is known only in the pod. */
  readonly address?: string;
  readonly port: number;
  /** Path of the argument, or of the container where it is the default. */
  readonly field: string;
}

/** What a program listens on: the flags that say so, and the port that it has without any of them. */
interface Program {
  readonly isOne: (placed: PlacedContainer) => boolean;
  readonly addresses: readonly string[];
  readonly ports: readonly string[];
  readonly otherwise?: number;
}

const PROGRAMS: readonly Program[] = [
  {
    isOne: isRegistrar,
    addresses: ['http-endpoint'],
    ports: ['health-port'],
  },
  {
    isOne: placed => imageName(placed.container.image) === 'livenessprobe' && scriptPosition(commandLine(placed)) === undefined,
    addresses: ['http-endpoint'],
    ports: ['health-port'],
    otherwise: 9808,
  },
  {
    isOne: placed => nodeExporters([placed]).some(({ isOfficial }) => isOfficial),
    addresses: ['web.listen-address'],
    ports: [],
    otherwise: 9100,
  },
  {
    isOne: ({ container }) => imageName(container.image) === 'kube-rbac-proxy',
    addresses: ['secure-listen-address', 'insecure-listen-address'],
    ports: ['proxy-endpoints-port'],
  },
];

const LISTENERS = new WeakMap<Daemon, readonly Listener[]>();

/** The ports of programs that every CSI plugin or exporter has, whether they are declared or not. Many checks ask for them. */
export function listeners(daemon: Daemon): readonly Listener[] {
  const found = LISTENERS.get(daemon) ?? listenersIn(daemon);
  LISTENERS.set(daemon, found);
  return found;
}

function listenersIn({ containers }: Daemon): Listener[] {
  return containers.filter(({ isInit }) => !isInit).flatMap(placed => {
    const program = PROGRAMS.find(({ isOne }) => isOne(placed));
    return program === undefined ? [] : listenersOf(placed, program, filledFlags(placed));
  });
}

function listenersOf(placed: PlacedContainer, { addresses, ports, otherwise }: Program, flags: readonly Flag[]): Listener[] {
  const given = flags.filter(({ name }) => [...addresses, ...ports].includes(name) || name === 'web.systemd-socket');
  const all = given.flatMap(({ name, value = '', field }) => {
    const [, host, number = ''] = ports.includes(name) ? ['', '', value] : /^(.*):(\d+)$/.exec(value) ?? [];
    return host === undefined || !/^[1-9]\d*$/.test(number) ? [] : [{ placed, address: addressOf(host), port: Number(number), field }];
  });
  return given.length === 0 && otherwise !== undefined ? [{ placed, address: '0.0.0.0', port: otherwise, field: placed.field }] : all;
}

function addressOf(host: string): string | undefined {
  const bare = host.replace(/^\[|\]$/g, '');
  if (['', '0.0.0.0', '::'].includes(bare)) {
    return '0.0.0.0';
  }
  return bare.includes('$(') ? undefined : /^(localhost|127(\.\d+){3}|::1)$/i.test(bare) ? '127.0.0.1' : bare;
}
