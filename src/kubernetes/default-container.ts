import { defaultLifecycle, defaultProbe } from './default-probe';
import { roundResources } from './default-resources';
import { defaultPullPolicy } from './image-reference';
import { mapChanged } from './map-changed';
import type { Container, ContainerPort } from './wire/container';
import type { EnvVar, ObjectFieldSelector } from './wire/env';

/**
 * A container, init container or ephemeral container as the API server defaults it in a template.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/core/v1/defaults.go
 */
export function defaultContainer<T extends Container>(container: T): T {
  // A copy into an object that has the fields already is many times faster than fields added to a copy.
  const defaulted = {
    imagePullPolicy: container.imagePullPolicy ?? defaultPullPolicy(container.image),
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    ...container,
  };
  if (container.ports) { defaulted.ports = mapChanged(container.ports, defaultPort); }
  if (container.env) { defaulted.env = mapChanged(container.env, defaultEnv); }
  if (container.resources) { defaulted.resources = roundResources(container.resources); }
  if (container.livenessProbe) { defaulted.livenessProbe = defaultProbe(container.livenessProbe); }
  if (container.readinessProbe) { defaulted.readinessProbe = defaultProbe(container.readinessProbe); }
  if (container.startupProbe) { defaulted.startupProbe = defaultProbe(container.startupProbe); }
  if (container.lifecycle) { defaulted.lifecycle = defaultLifecycle(container.lifecycle); }
  return defaulted;
}

/** A reference to a field of the pod, which is one of version v1 unless it says otherwise. */
export function defaultFieldRef(ref: ObjectFieldSelector): ObjectFieldSelector {
  return ref.apiVersion ? ref : { apiVersion: 'v1', ...ref };
}

function defaultPort(port: ContainerPort): ContainerPort {
  return port.protocol ? port : { protocol: 'TCP', ...port };
}

/** A variable as the API server defaults it. */
export function defaultEnv(variable: EnvVar): EnvVar {
  const from = variable.valueFrom;
  if (from === undefined) { return variable; }
  const { fieldRef, fileKeyRef } = from;
  if ((!fieldRef || fieldRef.apiVersion) && (!fileKeyRef || fileKeyRef.optional !== undefined)) { return variable; }
  return {
    ...variable,
    valueFrom: {
      ...from,
      ...(fieldRef ? { fieldRef: defaultFieldRef(fieldRef) } : {}),
      ...(fileKeyRef ? { fileKeyRef: { optional: false, ...fileKeyRef } } : {}),
    },
  };
}
