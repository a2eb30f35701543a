/** A port of a container. */
export function portInWords({ name, containerPort, protocol = 'TCP', hostIP }: any): string {
  return [`${protocol} ${containerPort}`, ...name ? [name] : [], ...hostIP ? [`on ${hostIP} alone`] : []].join(' ');
}

/** A volume of the node, and whether one of the containers may write it. */
export function pathInWords({ name, hostPath }: any, containers: readonly any[]): string {
  const mounts = containers.flatMap(({ volumeMounts = [] }) => volumeMounts).filter((mount: any) => mount.name === name);
  return `\`${hostPath.path}\`${mounts.every(({ readOnly }: any) => readOnly) ? '' : ' writable'}`;
}

/** Requests, then limits. */
export function resourcesInWords({ requests = {}, limits = {} }: any = {}): string {
  return [requests, limits].map(amounts => Object.values(amounts).join(', ') || 'none').join('; ');
}

/** What a container may do that others may not. */
export function capabilitiesInWords({ privileged, capabilities = {} }: any): string {
  return privileged ? 'privileged' : capabilities.add?.join(', ') ?? (capabilities.drop?.includes('ALL') ? 'none' : 'those of the runtime');
}

/** What an account may ask the API server. */
export function rightsInWords(manifests: readonly any[]): string[] {
  return manifests.filter(({ kind }) => kind === 'ClusterRole' || kind === 'Role').flatMap(({ rules }) => rules)
    .map(({ verbs, resources = [], nonResourceURLs = [] }) => `${verbs.join(', ')} ${[...resources, ...nonResourceURLs].join(', ')}`);
}
