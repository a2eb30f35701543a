import { AUDIT_LOG } from './audit-log';
import { AuditLogOptions, ContainerLogsOptions, JournalOptions, LogFilesOptions, LogSourceOptions, RawLogSourceOptions } from './log-source-options';
import { MultilineModel, SourceModel } from './model';
import { Multiline } from './multiline';
import { assertPartId, podNames } from './names';
import { rawOf } from './raw';
import { ReadFrom } from './read-from';
import { assertList, assertStruct } from './values';
import { assertOneOfEnum, assertYesOrNo } from '../checked-type';
import { copyOf } from '../copy';
import { HostPath } from '../host-path';
import { HostPathType } from '../host-path-type';
import { invalid } from '../invalid';
import { assertAbsolute } from '../paths';

/** Where a log collector gets lines from. */
export class LogSource {
  /**
   * The output of containers, as the container runtime writes it, CRI and Docker alike.
   *
   * @param options which containers, and which lines belong together
   */
  public static containers(options: ContainerLogsOptions = {}): LogSource {
    assertStruct('options of the source containers', options, "{ namespaces: ['shop'] }");
    const { namespaces, pods, containers, excludeNamespaces, excludePods, excludeContainers, excludeSelf = true, multiline = [], ...base } = copyOf(options);
    assertYesOrNo('excludeSelf of the source containers', excludeSelf);
    return new LogSource({
      kind: 'containers',
      ...baseOf('containers', base),
      only: podNames('the source containers', { namespaces, pods, containers }),
      except: podNames('what the source containers leaves out', { namespaces: excludeNamespaces, pods: excludePods, containers: excludeContainers }, true),
      excludesSelf: excludeSelf,
      multiline: multilinesOf('containers', multiline),
    });
  }

  /**
   * Text files of the node.
   *
   * @param options which files
   */
  public static files(options: LogFilesOptions): LogSource {
    assertStruct('options of the source files', options, "{ paths: ['/var/log/nginx/*.log'] }");
    const { paths, exclude = [], optional = false, multiline, ...base } = copyOf(options);
    if (!Array.isArray(paths) || paths.length === 0) {
      throw invalid('paths of the source files', "at least one, such as '/var/log/nginx/*.log'", paths);
    }
    assertYesOrNo('optional of the source files', optional);
    assertList('exclude of the source files', "a list of paths, such as ['/var/log/nginx/*.gz']", exclude);
    const joined = multilinesOf('files', multiline === undefined ? [] : [multiline]);
    const ofPods = joined.find(({ only }) => Object.values(only).some(names => names.length > 0));
    if (ofPods !== undefined) {
      throw invalid('multiline of the source files', 'without names of pods, which lines of files do not have', ofPods.only);
    }
    return new LogSource({
      kind: 'files',
      ...baseOf('files', base),
      paths,
      exclude,
      hostPaths: directoriesOf([...paths, ...exclude], paths.length, optional),
      isJson: false,
      multiline: joined,
    });
  }

  /**
   * The journal of systemd, on nodes that have one.
   *
   * @param options which entries
   */
  public static journal(options: JournalOptions = {}): LogSource {
    assertStruct('options of the source journal', options, "{ units: ['kubelet'] }");
    const { units, matches = {}, directories, ...base } = copyOf(options);
    if (units !== undefined && (!Array.isArray(units) || units.length === 0)) {
      throw invalid('units of the source journal', "names of units, such as 'kubelet'", units, 'leave it out for all');
    }
    for (const unit of units ?? []) {
      if (typeof unit !== 'string' || !/^[A-Za-z0-9:_.\\@-]+$/.test(unit)) {
        throw invalid('units of the source journal', "names of units, such as 'kubelet'", unit);
      }
    }
    assertStruct('matches of the source journal', matches, "{ _TRANSPORT: ['kernel'] }");
    for (const [field, values] of Object.entries(matches)) {
      if (!/^[A-Z0-9_]+$/.test(field) || !Array.isArray(values) || values.length === 0 || values.some(value => typeof value !== 'string' || value === '')) {
        throw invalid('matches of the source journal', "fields in capitals with their values, such as { _TRANSPORT: ['kernel'] }", { [field]: values });
      }
    }
    if (directories !== undefined && (!Array.isArray(directories) || directories.length === 0)) {
      throw invalid('directories of the source journal', "absolute paths, such as '/var/log/journal'", directories, 'leave it out for those of the platform');
    }
    directories?.forEach(directory => assertAbsolute('directories of the source journal', directory));
    return new LogSource({
      kind: 'journal',
      ...baseOf('journal', { ...base, readFrom: base.readFrom ?? ReadFrom.END }),
      units: (units ?? []).map(unit => /\.[a-z]+$/.test(unit) ? unit : `${unit}.service`),
      matches,
      directories,
    });
  }

  /**
   * The audit log of the API server.
   *
   * @param options where it is
   */
  public static audit(options: AuditLogOptions = {}): LogSource {
    assertStruct('options of the source audit', options, "{ path: '/var/log/audit.log' }");
    const { path = AUDIT_LOG, ...base } = options;
    return new LogSource({
      kind: 'audit',
      ...baseOf('audit', base),
      paths: [path],
      exclude: [],
      hostPaths: directoriesOf([path], 1, true),
      isJson: true,
      multiline: [],
    });
  }

  /**
   * A source in the agent's own language, for what the others cannot say.
   *
   * @param options its configuration and what it reads of the node
   */
  public static raw(options: RawLogSourceOptions): LogSource {
    assertStruct('options of the source raw', options, "{ text: '…' }");
    const { hostPaths = [] } = copyOf(options);
    if (!Array.isArray(hostPaths) || hostPaths.some(mount => typeof mount?.path !== 'string')) {
      throw invalid('hostPaths of the source raw', "values such as HostPath.readOnly('/var/log')", hostPaths);
    }
    return new LogSource({ kind: 'raw', ...baseOf('raw', options), raw: rawOf('the source raw', options), hostPaths });
  }

  private constructor(private readonly model: SourceModel) {}

  /** What filters and sinks call it. */
  public get id(): string {
    return this.model.id;
  }

  /** @internal */
  public get _model(): SourceModel {
    return this.model;
  }
}

function multilinesOf(kind: string, values: readonly Multiline[]): MultilineModel[] {
  if (!Array.isArray(values) || values.some(value => (value as Multiline | undefined)?._model?.preset === undefined)) {
    throw invalid(`multiline of the source ${kind}`, kind === 'files' ? 'a value such as Multiline.java()' : 'values such as [Multiline.java()]', values);
  }
  return values.map(({ _model }) => _model);
}

function baseOf(kind: string, { id = kind, readFrom = ReadFrom.BEGINNING }: LogSourceOptions): { id: string; fromBeginning: boolean } {
  assertOneOfEnum(`readFrom of the source ${kind}`, readFrom, 'ReadFrom', ReadFrom);
  return { id: assertPartId(`the source ${kind}`, id), fromBeginning: readFrom === ReadFrom.BEGINNING };
}

/** The directories above the first part of each path that is a pattern. */
function directoriesOf(paths: readonly string[], read: number, optional: boolean): HostPath[] {
  for (const path of paths) {
    if (typeof path !== 'string' || path === '') {
      throw invalid('paths of a source', "absolute, such as '/var/log/nginx/*.log'", path);
    }
    assertAbsolute('paths of a source', path);
    if (/[\s'"[\]{}?\\,]/.test(path) || path.endsWith('/')) {
      throw invalid('paths of a source', "paths of files with no other pattern than '*', and without blanks, quotes and commas", path);
    }
  }
  const anyDepth = paths.find(path => path.includes('**'));
  if (anyDepth !== undefined) {
    throw invalid('paths of a source', "with one '*' for any part of a name", anyDepth,
      `some programs take '**' as one directory, others as any number: write '${anyDepth.replace(/\*\*+/g, '*')}', and another path for each depth`);
  }
  const directories = paths.slice(0, read).map(path => path.split('*')[0].replace(/\/[^/]*$/, ''));
  const root = paths[directories.indexOf('')];
  if (root !== undefined) {
    throw invalid('paths of a source', "files below a directory, such as '/var/log/*.log'", root, 'the whole file system of the node would be mounted');
  }
  const top = [...new Set(directories)].filter((directory, _, all) => !all.some(other => other !== directory && directory.startsWith(`${other}/`)));
  return top.map(directory => HostPath.readOnly(directory, optional ? { type: HostPathType.DIRECTORY_OR_CREATE } : {}));
}
