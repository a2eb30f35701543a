import type { IConstruct } from 'constructs';
import { DaemonDefaults } from './daemon-defaults';
import { NodeDaemonOptions } from './node-daemon-options';
import { ContainerResources } from '../host/container-resources';
import { DaemonProfile } from '../host/daemon-profile';
import { ImageSource } from '../host/image-source';
import { NodePlatform } from '../host/node-platform';

/** What a daemon gets from its props, from the scopes above it and from the library, in this order. */
export interface DaemonSettings {
  readonly hardened: boolean;
  readonly platform: NodePlatform;
  readonly images: ImageSource;
  readonly imagePullSecrets: readonly string[];
  readonly labels: { readonly [label: string]: string };
  readonly annotations: { readonly [name: string]: string };
  readonly serviceAccountAnnotations: { readonly [name: string]: string };
  /** Resources that the scope above sets for each daemon's own container. */
  readonly resources?: ContainerResources;
}

let standard: NodePlatform | undefined;
let upstream: ImageSource | undefined;

/** The settings of a daemon. */
export function settingsOf(construct: IConstruct, options: NodeDaemonOptions): DaemonSettings {
  const above = DaemonDefaults._for(construct);
  return {
    hardened: (options.profile ?? above.profile ?? DaemonProfile.HARDENED) === DaemonProfile.HARDENED,
    platform: options.platform ?? above.platform ?? (standard ??= NodePlatform.standard()),
    images: options.images ?? above.images ?? (upstream ??= ImageSource.upstream()),
    imagePullSecrets: options.imagePullSecrets ?? above.imagePullSecrets ?? [],
    labels: { ...above.labels, ...options.labels },
    annotations: { ...above.annotations, ...options.annotations },
    serviceAccountAnnotations: { ...above.serviceAccountAnnotations, ...options.serviceAccountAnnotations },
    resources: above.resources,
  };
}
