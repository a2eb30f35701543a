import { environment, expanded, mountsOf, Place } from './pod-spec';
import { program, ProgramName } from './program';
import { Running, start } from './run';

export type { Place } from './pod-spec';

/** Starts the program of a container, by its name here or its path, exactly as the manifests say: its arguments, environment, mounts and user. */
export function startContainer(manifests: readonly any[], name: string, binary: ProgramName | `/${string}`, place: Place): Running {
  const { spec: pod } = manifests.find(({ kind }) => kind === 'DaemonSet').spec.template;
  const container = pod.containers.find((one: any) => one.name === name);
  const env = environment(container, place);
  const args = (container.args ?? []).map((arg: string) => expanded(arg, env));
  const user = container.securityContext?.runAsUser ?? pod.securityContext?.runAsUser;
  const mounts = { ...mountsOf(manifests, pod, container, place), ...place.mounts };
  return start(isPath(binary) ? binary : program(binary), args, { env, container: { mounts, user } });
}

function isPath(binary: string): binary is `/${string}` {
  return binary.startsWith('/');
}
