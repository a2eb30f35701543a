import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { companion, later } from './companion';
import { ConfigFile } from '../host/config-file';
import { invalid } from '../host/invalid';
import { shortHash } from '../host/short-hash';
import { VolumeMount } from '../host/volume-mount';
import { VolumeSource } from '../host/volume-source';
import type { ObjectMeta } from '../kubernetes/wire/meta';

// https://kubernetes.io/docs/concepts/configuration/configmap/#motivation
const MAX_BYTES = 1024 * 1024;

/** The ConfigMap of a daemon: one for all of its files. */
export class DaemonConfigMap {
  private readonly object: ApiObject;
  private readonly files: ConfigFile[] = [];

  constructor(scope: Construct, metadata: ObjectMeta) {
    this.object = companion(scope, 'ConfigMap', { apiVersion: 'v1', kind: 'ConfigMap' }, metadata, { data: later(() => this.data()) });
  }

  /** Name of the ConfigMap. */
  public get name(): string {
    return this.object.name;
  }

  /** Adds a file. */
  public add(file: ConfigFile): void {
    const same = this.files.find(({ key }) => key === file.key);
    if (same !== undefined && (same.content !== file.content || same.directory === file.directory)) {
      throw invalid('key of a configuration file', 'used once in a daemon', file.key, "give one of the two another key: ConfigFile.text(path, text, { key: '…' })");
    }
    this.files.push(file);
    const bytes = Object.entries(this.data()).reduce((sum, [key, text]) => sum + Buffer.byteLength(key) + Buffer.byteLength(text), 0);
    if (bytes > MAX_BYTES) {
      throw invalid('the configuration files of a daemon', 'at most 1 MiB in all', `${bytes} bytes`, 'Kubernetes refuses a larger ConfigMap; use a volume');
    }
  }

  /** The mounts that a container needs for its files: a volume for each directory. */
  public mountsFor(container: string, isMain: boolean): VolumeMount[] {
    const seen = this.files.filter(({ containers }) => containers.length === 0 ? isMain : containers.includes(container));
    const directories = [...new Set(seen.map(({ directory }) => directory))];
    return directories.map(directory => ({
      name: directory === this.files[0].directory ? 'config' : `config-${shortHash(directory, 6)}`,
      mountPath: directory,
      readOnly: true,
      source: this.directory(directory),
    }));
  }

  /** A fingerprint of the files that a program reads once, which changes the pod template when one of them changes; undefined where there are none. */
  public hash(): string | undefined {
    const once = this.files.filter(({ _isWatched }) => !_isWatched).map(({ key }) => key);
    return once.length === 0 ? undefined : shortHash(JSON.stringify(Object.entries(this.data()).filter(([key]) => once.includes(key))), 16);
  }

  private directory(directory: string): VolumeSource {
    const files = this.files.filter(file => file.directory === directory);
    return VolumeSource.configMap(this.name, { items: files.map(({ key, fileName, _mode }) => ({ key, path: fileName, mode: _mode })) });
  }

  private data(): { [key: string]: string } {
    return Object.fromEntries(this.files.map(({ key, content }) => [key, content]).sort(([a], [b]) => a < b ? -1 : 1));
  }
}
