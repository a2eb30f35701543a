import { spawnSync } from 'child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { directory } from './directory';
import type { NetworkManifests } from './network-agents';
import { program } from './program';

const BUSYBOX = program('busybox');
const KILLER = program('killer');
const LIBCNI = program('libcni');

/** The directories of a node by what they are to a runtime, with their files by name. */
export interface NodeFiles {
  readonly conf: { readonly [name: string]: string };
  readonly bin: { readonly [name: string]: string };
}

/** A made-up node with the directories of the container network interface, and the images that come to it. */
export class CniNode {
  private readonly root = directory();

  /**
   * @param agent what comes to the node
   * @param images files of the images by the path that they have there
   */
  constructor(private readonly agent: NetworkManifests, images: { readonly [path: string]: string }) {
    for (const [path, text] of Object.entries({ ...images, ...mountedFiles(agent) })) {
      write(join(this.root, 'image', path), text, 0o755);
    }
  }

  /** The init containers that are scripts, in their order. */
  public get scripts(): readonly string[] {
    return this.agent.pod.initContainers.map(({ command }: any) => command[2]);
  }

  /** Puts the directories into a state. */
  public reset(files: NodeFiles): void {
    rmSync(join(this.root, 'node'), { recursive: true, force: true });
    for (const kind of ['conf', 'bin'] as const) {
      mkdirSync(this.path(kind), { recursive: true });
      Object.entries(files[kind]).forEach(([name, text]) => write(join(this.path(kind), name), text, kind === 'bin' ? 0o755 : 0o644));
    }
  }

  /** Keeps the state as it is now; the function goes back to it. */
  public snapshot(): () => void {
    const kept = directory();
    cpSync(join(this.root, 'node'), kept, { recursive: true });
    return () => {
      rmSync(join(this.root, 'node'), { recursive: true, force: true });
      cpSync(kept, join(this.root, 'node'), { recursive: true });
    };
  }

  /** Runs an init container in the shell of an image; with a number it is killed at that stop at a system call. Returns how many stops there were. */
  public run(container: number, killAt = 0): number {
    return this.runScript(this.scripts[container], killAt);
  }

  /** The same for a script that is none of the agent's. */
  public runScript(script: string, killAt = 0): number {
    const { status, stdout, stderr } = spawnSync(KILLER, [String(killAt), BUSYBOX, 'sh', '-c', this.onNode(script)], { encoding: 'utf8', env: {} });
    if (status !== (killAt === 0 ? 0 : 137)) {
      throw new Error(`ended with ${status}: ${stderr}`);
    }
    return Number(stdout);
  }

  /** What a runtime would say of the directories now, by the reference library and by the texts that a file may have; undefined where all is well. */
  public complaint(whole: NodeFiles & { readonly older?: NodeFiles }): string | undefined {
    const { status, stdout, stderr } = spawnSync(LIBCNI, ['runtime', this.path('conf'), '--', this.path('bin')], { encoding: 'utf8' });
    if (status !== 0) {
      return stderr.trim();
    }
    const seen: { plugins: string[] } | null = JSON.parse(stdout);
    const first = this.names('conf').filter(name => /\.(conf|conflist|json)$/.test(name))[0];
    const programs = (seen?.plugins ?? []).map(name => ['bin', name] as const);
    const parts = first === undefined ? programs : [['conf', first] as const, ...programs];
    const broken = parts.find(([kind, name]) => ![whole[kind][name], whole.older?.[kind][name]].includes(readFileSync(join(this.path(kind), name), 'latin1')));
    return broken === undefined ? undefined : `${broken.join(' ')} is in pieces`;
  }

  /** The files of a directory with their texts. */
  public files(kind: 'conf' | 'bin'): { [name: string]: string } {
    return Object.fromEntries(this.names(kind).map(name => [name, readFileSync(join(this.path(kind), name), 'latin1')]));
  }

  /** The files of both directories, as text. */
  public state(): string {
    return JSON.stringify([this.files('conf'), this.files('bin')]);
  }

  /** What tells whether a file was touched. */
  public inode(kind: 'conf' | 'bin', name: string): number {
    return statSync(join(this.path(kind), name)).ino;
  }

  public path(kind: 'conf' | 'bin'): string {
    return join(this.root, 'node', kind);
  }

  private names(kind: 'conf' | 'bin'): string[] {
    return existsSync(this.path(kind)) ? readdirSync(this.path(kind)).sort() : [];
  }

  /** The script with the paths that mounts and image have here. */
  private onNode(script: string): string {
    return script.replace(/(?<=[\s'"]|^)\/[A-Za-z0-9_./-]+/gm, path => path.replace(/^\/host\/cni-conf(?=\/|$)/, this.path('conf')).replace(/^\/host\/cni-bin(?=\/|$)/, this.path('bin')))
      .replace(/(?<=[\s'"]|^)\/[A-Za-z0-9_./-]+/gm, path => path.startsWith(this.root) ? path : join(this.root, 'image', path));
  }
}

function mountedFiles({ pod, files }: NetworkManifests): { [path: string]: string } {
  return Object.fromEntries(pod.initContainers.flatMap(({ volumeMounts }: any) => volumeMounts.flatMap(({ name, mountPath }: any) => {
    const items = pod.volumes.find((volume: any) => volume.name === name).configMap?.items ?? [];
    return items.map(({ key, path }: any) => [`${mountPath}/${path}`, files[key]]);
  })));
}

function write(file: string, text: string, mode: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, 'latin1');
  chmodSync(file, mode);
}
