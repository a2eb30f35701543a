import { nameExpression } from './container-paths';
import { invalid } from '../../host/invalid';
import { ContainersModel, SinkModel, SourceModel } from '../../host/log/model';

/** Refuses two sources of the same files: each line would come twice, and each file be watched twice of the few that a node can watch. */
export function assertReadOnce(sources: readonly SourceModel[], sinks: readonly SinkModel[]): void {
  const read = sources.flatMap(source => filesOf(source).map(files => ({ id: source.id, ...files })));
  const again = read.find(({ files }, position) => read.findIndex(other => other.files === files) !== position);
  if (again !== undefined) {
    const first = read.find(({ files }) => files === again.files)!;
    throw invalid(`the source '${again.id}'`, `of other files than '${first.id}'`, again.shown, `leave it out, and name '${first.id}' where its lines are meant`);
  }
  const ofContainers = sources.filter((source): source is ContainersModel => source.kind === 'containers');
  for (const { id, sources: taken } of sinks) {
    const both = ofContainers.filter(source => taken?.includes(source.id) ?? true);
    both.forEach((second, position) => both.slice(0, position).forEach(first => assertApart(first, second, id)));
  }
}

function filesOf(source: SourceModel): { readonly files: string; readonly shown: unknown }[] {
  switch (source.kind) {
    case 'containers': {
      const { only, except } = source;
      return [{ files: JSON.stringify([only, except]), shown: isEverything(source) ? 'every container' : only }];
    }
    case 'files':
    case 'audit': return source.paths.map(path => ({ files: path, shown: path }));
    default: return [];
  }
}

const EXCLUDES = { namespaces: 'excludeNamespaces', pods: 'excludePods', containers: 'excludeContainers' } as const;

const KINDS = Object.keys(EXCLUDES) as (keyof typeof EXCLUDES)[];

/** What meets only in part, as a namespace and the containers of a name, may be apart in a cluster, and is taken. */
function assertApart(first: ContainersModel, second: ContainersModel, sink: string): void {
  const [part, whole] = isWithin(second, first) ? [second, first] : [first, second];
  if (!isWithin(part, whole)) {
    return;
  }
  const [kind, ...others] = KINDS.filter(one => part.only[one].length > 0);
  throw invalid(`the source '${part.id}'`, `of other containers than '${whole.id}', as the sink '${sink}' takes both`, isEverything(part) ? 'every container' : part.only,
    kind === undefined || others.length > 0 ? 'let the two select different namespaces, pods or containers, or name one of them as the source of the sink'
      : `write ${EXCLUDES[kind]}: [${part.only[kind].map(name => `'${name}'`).join(', ')}] for '${whole.id}', or name one of them as the source of the sink`);
}

function isEverything({ only }: ContainersModel): boolean {
  return KINDS.every(kind => only[kind].length === 0);
}

/** Whether containers that the one selects are such as the other selects, and neither leaves out. */
function isWithin(part: ContainersModel, whole: ContainersModel): boolean {
  return KINDS.every(kind => {
    const [names, others] = [part, whole].map(({ only }) => only[kind].length === 0 ? ['*'] : only[kind]);
    const left = [...part.except[kind], ...whole.except[kind]];
    return names.some(name => isCovered(name, others) && !isCovered(name, left));
  });
}

/** Whether every name of a pattern is one of the other patterns. */
function isCovered(name: string, patterns: readonly string[]): boolean {
  return patterns.some(pattern => new RegExp(nameExpression(pattern)).test(name));
}
