import type { IConstruct } from 'constructs';
import { useEdit } from './daemon-uses';
import { changeContainers, podEdit, withEnv } from './edit-pod';
import { ManifestEdit } from './manifest-edits';
import { editWorkload } from './workload-edits';
import { assertSomeOrAbsent } from '../host/assert-some-or-absent';
import { assertFields, assertKnownFields, assertYesOrNo } from '../host/checked-type';
import { ConnectOptions } from '../host/connect-options';
import { copyOf } from '../host/copy';
import { invalid } from '../host/invalid';
import { NodeAddress } from '../host/node-address';
import { NodeEndpoint } from '../host/node-endpoint';
import { envName } from '../kubernetes/formats';
import type { EnvVar } from '../kubernetes/wire/env';
import type { PodSpec } from '../kubernetes/wire/pod-spec';

/** What a client is connected to. */
export interface Connection extends NodeEndpoint {
  /** Whether the host is the name of a Service. */
  readonly isService: boolean;
  /** The host after all that the user changes of the Service; undefined where nothing changes it. */
  readonly finishedHost?: () => string;
  /** Refuses the manifest of a client that could never connect. */
  readonly assertClient: (manifest: any) => void;
  /** The DaemonSets of which one is on the node of every client, as the annotation of uses names them; undefined where the client is not told to say so. */
  readonly uses?: readonly string[];
  /** Namespace of the daemon; undefined where its chart has none. */
  readonly namespace?: string;
}

/** Gives the containers of a workload variables with the addresses of a daemon. */
export function connectWorkload(workload: IConstruct, addresses: { [name: string]: NodeAddress }, options: ConnectOptions, connection: Connection): void {
  assertFields('options of connect', options, "{ containers: ['web'] }");
  assertKnownFields('options of connect', options, ['containers', 'initContainers']);
  assertSomeOrAbsent('containers', 'name', options.containers, 'leave it out for all containers');
  assertYesOrNo('initContainers', options.initContainers);
  const choice = copyOf(options);
  const wanted = { ...addresses };
  variablesOf(addresses, connection);
  editWorkload(workload, connectEdit(connection, pod => {
    const variables = variablesOf(wanted, { ...connection, host: connection.finishedHost?.() ?? connection.host });
    return changeContainers(pod, choice, container => variables.reduce(withEnv, container));
  }));
  editWorkload(workload, useEdit(workload, connection.uses));
}

function connectEdit(connection: Connection, change: (pod: PodSpec) => PodSpec): ManifestEdit {
  return manifest => {
    const { namespace } = manifest.metadata ?? {};
    if (connection.isService && connection.namespace === undefined && namespace !== undefined) {
      throw invalid('namespace of the daemon', 'known where a client with a namespace finds it by the name of its Service', undefined,
        `give its chart a namespace, such as '${namespace}'`);
    }
    connection.assertClient(manifest);
    return podEdit(pod => {
      assertFindsServices(connection, pod);
      return change(pod);
    })(manifest);
  };
}

/** With the network of its node, or `Default`, a pod asks the DNS servers of the node, which know no Services. */
function assertFindsServices({ isService }: Connection, { hostNetwork, dnsPolicy }: PodSpec): void {
  if (isService && hostNetwork === true && !['ClusterFirstWithHostNet', 'None'].includes(dnsPolicy ?? '')) {
    throw invalid('dnsPolicy of a client with the network of its node', "'ClusterFirstWithHostNet', as it looks up the name of a Service", dnsPolicy,
      "set dnsPolicy: 'ClusterFirstWithHostNet'");
  }
  if (isService && dnsPolicy === 'Default') {
    throw invalid('dnsPolicy of a client', "'ClusterFirst', as it looks up the name of a Service, which the DNS servers of the node do not know", dnsPolicy,
      "leave it out, or set dnsPolicy: 'ClusterFirst'");
  }
}

function variablesOf(addresses: { [name: string]: NodeAddress }, endpoint: NodeEndpoint): EnvVar[] {
  if (typeof addresses !== 'object' || addresses === null || Array.isArray(addresses) || Object.keys(addresses).length === 0) {
    throw invalid('addresses', 'a map of at least one variable, such as { ADDRESS: NodeAddress.hostPort() }', addresses);
  }
  return Object.entries(addresses).flatMap(([name, address]) => {
    if (envName(name).length > 0) {
      throw invalid('name of an environment variable', "printable ASCII without '='", name);
    }
    if (typeof address?._toEnv !== 'function') {
      throw invalid(`value of environment variable '${name}'`, 'a value such as NodeAddress.hostPort()', address);
    }
    return address._toEnv(name, endpoint);
  });
}
