import { withoutUndefined } from '../../host/copy';
import { LogSurroundings } from '../log/collector';

/** The file in which an input notes how far it has read: never one for two. */
export function kept(id: string, { state }: Pick<LogSurroundings, 'state'>): object {
  return withoutUndefined({ db: state && `${state.directory}/${id}.db` });
}
