import { appendFileSync, mkdirSync, renameSync } from 'fs';
import { join } from 'path';

/** The log of a container as a kubelet keeps it: lines of the CRI, rotated by renaming. */
export class ContainerLog {
  private readonly directory: string;
  private rotations = 0;

  /**
   * @param root directory that stands for /var/log/pods
   * @param namespace of the pod
   * @param pod its name
   * @param container its container
   */
  constructor(root: string, namespace: string, pod: string, container: string) {
    this.directory = join(root, `${namespace}_${pod}_00000000-0000-4000-8000-${pod.length.toString().padStart(12, '0')}`, container);
    mkdirSync(this.directory, { recursive: true });
  }

  /** Writes lines; one that is longer than `part` comes in parts, as those above 16 KiB do. */
  public write(lines: readonly string[], { stream = 'stdout', part = 16384 } = {}): void {
    const time = () => new Date().toISOString().replace('Z', '000000Z');
    const text = lines.flatMap(line => {
      const parts = line.match(new RegExp(`[^]{1,${part}}`, 'g')) ?? [''];
      return parts.map((piece, position) => `${time()} ${stream} ${position === parts.length - 1 ? 'F' : 'P'} ${piece}\n`);
    });
    appendFileSync(join(this.directory, '0.log'), text.join(''));
  }

  /** Puts the file aside, as the kubelet does at its size limit; the next line begins a new one. */
  public rotate(): void {
    this.rotations += 1;
    renameSync(join(this.directory, '0.log'), join(this.directory, `0.log.20240101-${String(this.rotations).padStart(6, '0')}`));
  }
}
