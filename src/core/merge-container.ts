import { DaemonContainer } from '../host/daemon-container';
import { normalPath } from '../host/paths';

/**
 * The container of a ready program with what the user wrote of it. What the user wrote wins; environment variables, ports and
 * mounts come after those of the program, and one for the same name, port or path replaces the program's.
 */
export function mergeContainer(program: DaemonContainer, written: DaemonContainer): DaemonContainer {
  const given = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
  const mounted = new Set([...written.hostPaths ?? [], ...written.volumes ?? []].map(({ mountPath }) => normalPath(mountPath)));
  const listening = new Set((written.ports ?? []).map(({ protocol, number }) => `${protocol} ${number}`));
  return {
    ...program,
    ...given,
    env: { ...program.env, ...written.env },
    envFrom: [...program.envFrom ?? [], ...written.envFrom ?? []],
    ports: [...(program.ports ?? []).filter(({ protocol, number }) => !listening.has(`${protocol} ${number}`)), ...written.ports ?? []],
    hostPaths: [...(program.hostPaths ?? []).filter(({ mountPath }) => !mounted.has(normalPath(mountPath))), ...written.hostPaths ?? []],
    volumes: [...(program.volumes ?? []).filter(({ mountPath }) => !mounted.has(normalPath(mountPath))), ...written.volumes ?? []],
  };
}
