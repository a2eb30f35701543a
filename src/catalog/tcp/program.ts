import { exposedPorts } from './ports';
import { assertContainerGiven } from '../../core/assert-options';
import { ContainerPort } from '../../host/container-port';
import { DaemonContainer } from '../../host/daemon-container';
import { Exposure } from '../../host/exposure';
import { invalid } from '../../host/invalid';
import { NodeLocalExposure } from '../../host/node-local-exposure';

/** A program that other pods of its node connect to, as the user wrote it. */
export interface TcpProgramProps {
  readonly container: DaemonContainer;
  readonly port?: number;
  readonly ports?: readonly ContainerPort[];
  readonly exposure: NodeLocalExposure;
}

/** The same, with what follows from it. */
export interface TcpProgram {
  readonly container: DaemonContainer;
  readonly exposure: Exposure;
  /** The exposed ports, as the container has them. */
  readonly ports: readonly ContainerPort[];
}

/** Refuses what could never be reached. */
export function tcpProgram({ container, port, ports, exposure }: TcpProgramProps): TcpProgram {
  assertContainerGiven(container);
  if (typeof exposure?._asData !== 'function') {
    throw invalid('exposure', 'a value such as NodeLocalExposure.localService()', exposure,
      'it says how pods reach the daemon, and who else does; docs/tcp-node-daemon.md compares them');
  }
  const data = exposure._asData();
  return { container, exposure: data, ports: exposedPorts(container, port, ports, data) };
}
