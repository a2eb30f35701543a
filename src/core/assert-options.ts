import { assertAnnotations, assertLabels, assertName, assertPullSecrets, LABEL_VALUE } from './assert-metadata';
import { assertService } from './assert-service';
import { NodeDaemonOptions } from './node-daemon-options';
import { DaemonSettings } from './settings';
import { assertFields, assertValues } from '../host/checked-type';
import { copyOf } from '../host/copy';
import { isLabelValue } from '../host/formats';
import { invalid } from '../host/invalid';

/** Refuses names, labels and annotations that Kubernetes refuses, before an object carries them. */
export function assertOptions(options: NodeDaemonOptions, settings: DaemonSettings): void {
  const { name, configMapName, serviceAccountName, imagePullSecrets, runtimeClassName, component, service, selector, podMetadata } = options;
  assertAccount(options);
  assertValue('updateStrategy', options.updateStrategy, 'UpdateStrategy.rollingUpdate()');
  assertValue('placement', options.placement, 'NodePlacement.everyNode()');
  for (const [prop, value] of Object.entries({ name, configMapName, serviceAccountName, runtimeClassName })) {
    assertName(prop, value);
  }
  assertPullSecrets(imagePullSecrets);
  assertService(service, settings.platform.kubernetesMinor, name);
  if (component !== undefined && !isLabelValue(component)) {
    throw invalid('component', LABEL_VALUE, component);
  }
  assertLabels('labels', settings.labels);
  assertLabels('labels of the pods', podMetadata?.labels);
  assertLabels('selector', selector?.matchLabels);
  assertAnnotations('annotations', settings.annotations);
  assertAnnotations('annotations of the pods', podMetadata?.annotations);
  assertAnnotations('annotations of the ServiceAccount', settings.serviceAccountAnnotations);
}

/** What a program was given, as a copy. A program without types may give anything. */
export function programOptions<T extends object>(options: T): T {
  assertFields('options of the program', options, "{ container: { image: 'example.com/agent:1.2.3' } }");
  const copy = copyOf(options ?? {}) as T;
  assertFields('container', (copy as { readonly container?: unknown }).container, "{ image: 'example.com/agent:1.2.3' }");
  return copy;
}

/** What a program without a factory of its own was given, as a copy. */
export function customOptions<T extends object>(options: T): T {
  const copy = copyOf(options ?? {}) as T;
  const { container, apiAccess, configFiles } = copy as { readonly [prop: string]: unknown };
  assertContainerGiven(container);
  assertValues('apiAccess', apiAccess, "ApiAccess.read('', 'nodes')");
  assertValues('configFiles', configFiles, "ConfigFile.text('/etc/agent.yaml', '…')");
  return copy;
}

/** Refuses what is no container at all; a program without types may leave it out. */
export function assertContainerGiven(container: unknown): void {
  if (container === null || typeof container !== 'object' || Array.isArray(container)) {
    throw invalid('container', "given, such as { image: 'example.com/agent:1.2.3' }", container);
  }
  assertValues('ports', (container as { readonly ports?: unknown }).ports, 'ContainerPort.tcp(8080)');
}

/** Refuses what is no list where one is gone through; a program without types may give anything. */
export function assertLists({ sidecars, initContainers, acknowledge }: NodeDaemonOptions): void {
  for (const [prop, list] of Object.entries({ sidecars, initContainers })) {
    if (list !== undefined && !Array.isArray(list)) {
      throw invalid(prop, "a list of values such as { image: 'example.com/agent:1.2.3' }", list);
    }
  }
  assertValues('acknowledge', acknowledge, "{ id: 'ND216', reason: '…' }");
  [...sidecars ?? [], ...initContainers ?? []].forEach(assertContainerGiven);
}

/** Refuses what says both that an account is made and that there is one. */
function assertAccount({ createServiceAccount, serviceAccount, serviceAccountAnnotations }: NodeDaemonOptions): void {
  if (createServiceAccount === true && serviceAccount !== undefined) {
    throw invalid('createServiceAccount', 'left out where serviceAccount is given', true, 'give serviceAccountName instead of serviceAccount');
  }
  if (createServiceAccount === false && serviceAccountAnnotations !== undefined) {
    throw invalid('serviceAccountAnnotations', 'left out where createServiceAccount is false', serviceAccountAnnotations, 'annotate the account where it is made');
  }
}

/** Refuses the fields of Kubernetes where a value of this library stands for them. */
function assertValue(prop: string, value: unknown, example: string): void {
  if (value !== undefined && value !== null && typeof (value as { _toWire?: unknown })._toWire !== 'function') {
    throw invalid(prop, `a value such as ${example}`, value);
  }
}
