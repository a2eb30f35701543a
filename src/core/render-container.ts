import { Mounts } from './mounts';
import { RenderContext } from './render-context';
import { listOrNothing } from './tidy';
import { ContainerResources } from '../host/container-resources';
import { DaemonContainer } from '../host/daemon-container';
import { Lifecycle } from '../host/lifecycle';
import { SecurityContext } from '../host/security-context';
import type * as wire from '../kubernetes/wire/container';
import type * as probe from '../kubernetes/wire/probe';

/** A container as Kubernetes writes it. Pure: what is not said stays undefined. */
export function renderContainer(c: DaemonContainer, mounts: Mounts, context: RenderContext): wire.Container {
  const securityContext = c.securityContext ?? (context.hardened ? SecurityContext._least() : undefined);
  return {
    name: c.name!,
    image: c.image!,
    imagePullPolicy: c.imagePullPolicy,
    command: c.command,
    args: c.args,
    workingDir: c.workingDir,
    env: listOrNothing(Object.entries(c.env ?? {}).map(([name, value]) => value._toWire(name))),
    envFrom: listOrNothing(c.envFrom?.map(source => source._toWire())),
    ports: listOrNothing(c.ports?.map(port => port._toWire())),
    volumeMounts: listOrNothing(mounts.volumeMounts),
    volumeDevices: listOrNothing(mounts.volumeDevices),
    resources: c.resources && renderResources(c.resources),
    resizePolicy: listOrNothing(c.resizePolicy?.map(({ resourceName, restartPolicy }) => ({ resourceName, restartPolicy }))),
    securityContext: securityContext?._toWire(),
    livenessProbe: c.livenessProbe?._toWire(),
    readinessProbe: c.readinessProbe?._toWire(),
    startupProbe: c.startupProbe?._toWire(),
    lifecycle: c.lifecycle && renderLifecycle(c.lifecycle),
    restartPolicy: c.restartPolicy,
    restartPolicyRules: listOrNothing(c.restartPolicyRules?.map(rule => rule._toWire())),
    stdin: c.stdin,
    stdinOnce: c.stdinOnce,
    tty: c.tty,
    terminationMessagePath: c.terminationMessagePath,
    terminationMessagePolicy: c.terminationMessagePolicy,
  };
}

/** Resources of a container or of the pod. */
export function renderResources({ requests, limits, claims }: ContainerResources): wire.ResourceRequirements {
  return {
    requests: requests && { ...requests },
    limits: limits && { ...limits },
    claims: listOrNothing(claims?.map(({ name, request }) => ({ name, request }))),
  };
}

function renderLifecycle({ postStart, preStop }: Lifecycle): probe.Lifecycle {
  return { postStart: postStart?._toWire(), preStop: preStop?._toWire() };
}
