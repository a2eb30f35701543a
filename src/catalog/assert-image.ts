import { assertContainerGiven } from '../core/assert-options';
import { DaemonContainer } from '../host/daemon-container';
import { invalid } from '../host/invalid';

/** Refuses a program without an image where nobody publishes one that could be its default. */
export function assertImage(program: string, container: DaemonContainer): void {
  assertContainerGiven(container);
  if (typeof container.image !== 'string' || container.image === '') {
    throw invalid(`image of ${program}`, 'given, as its project publishes none', container.image, `write container: { image: 'registry.example.com/${program}:1.2.3' }`);
  }
}
