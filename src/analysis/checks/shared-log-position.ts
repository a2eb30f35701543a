import { answer, Check, Problem } from '../check';
import type { Daemon } from '../daemon';
import type { ObjectSet } from '../object-set';
import { Severity } from '../severity';
import { sharedStates } from '../state-claims';
import { StateFile, stateFiles } from '../state-files';

/** ND512 */
export const sharedLogPosition: Check = {
  id: 'ND512',
  severity: Severity.WARNING,
  title: 'Two inputs of log agents note how far they have read in one file',
  text: 'fluentd does not start with two inputs of one `pos_file`. Fluent Bit since 3.0.2 removes from the `DB` at each start what the input does not read '
    + 'itself, so that the other one begins anew: [fluent-bit#8928](https://github.com/fluent/fluent-bit/issues/8928). The same holds for two agents of a '
    + 'node, of which this speaks where they only may meet. Give each input a file of its own. It is asked of ConfigMaps that are judged with the daemon.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const files = stateFiles(daemon, objects);
    return files.length === 0 ? 'does not apply' : answer([...withinOne(files), ...amongTwo(daemon, objects)]);
  },
};

/** Two keys of a ConfigMap may be for two agents, so that each is asked alone. */
function withinOne(files: readonly StateFile[]): Problem[] {
  const groups = new Map<string, StateFile[]>();
  for (const file of files) {
    const name = JSON.stringify([file.placed.field, file.configMap, file.key, file.path]);
    groups.set(name, [...groups.get(name) ?? [], file]);
  }
  return [...groups.values()].filter(({ length }) => length > 1).map(([{ placed, agent, path, key, configMap }, ...others]) => ({
    field: placed.field,
    message: `${others.length + 1} inputs of ${agent} '${placed.container.name}' note in '${path}' how far they have read ('${key}' of ConfigMap '${configMap}'): `
      + 'give each a file of its own',
  }));
}

/** Of places that only these write ND303 speaks, and of two that surely meet ND514. */
function amongTwo(daemon: Daemon, objects: ObjectSet): Problem[] {
  return sharedStates(daemon, objects, 'possibly').filter(({ mine: { isFile, isInShared } }) => isFile && isInShared)
    .map(({ mine: { field, place, program, placed }, theirs: { daemon: other } }) => ({
      other,
      field,
      message: `'${place}' of the node, where ${program} '${placed.container.name}' notes how far it has read, is that of '${other.name}' too: give each a file of its own`,
    }));
}
