import { answer, Check } from '../check';
import { isNetworkFile } from '../cni';
import { listAt, textAt, valueAt } from '../loose';
import { NetworkConfiguration, networkConfigurations } from '../network-configurations';
import { Severity } from '../severity';

/** ND240 */
export const unreadableNetworkConfiguration: Check = {
  id: 'ND240',
  severity: Severity.ERROR,
  title: 'No runtime can read the network configuration that is copied to the nodes',
  text: 'A runtime leaves out what it cannot read and says so in its own log only; nodes stay NotReady with `cni plugin not initialized`, or use the network '
    + 'of another file. A file is JSON and ends in `.conflist` with a list of `plugins`, or in `.conf` or `.json` with one `type`: '
    + '[the format](https://www.cni.dev/docs/spec/#section-1-network-configuration-format). It is asked of what is copied as it stands in a ConfigMap that is '
    + 'judged with the daemon.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const all = networkConfigurations(daemon, objects);
    return all.length === 0 ? 'does not apply' : answer(all.flatMap(one => {
      const wrong = mistakeIn(one);
      return wrong === undefined ? [] : [{
        field: one.file.field,
        message: `'${one.file.target}', which container '${one.file.placed.container.name}' copies from '${one.key}' of ConfigMap '${one.configMap}', ${wrong}`,
      }];
    }));
  },
};

function mistakeIn({ file, text }: NetworkConfiguration): string | undefined {
  const network = parsed(text);
  if (!isNetworkFile(file)) {
    return textAt(network, 'cniVersion') === undefined ? undefined : 'has a name that no runtime reads: let it end in .conflist, or in .conf for a single plugin';
  }
  if (typeof network !== 'object' || network === null || Array.isArray(network)) {
    return network === undefined ? 'is no JSON: correct it' : 'is no JSON object: write one with cniVersion, name and plugins';
  }
  if (!file.target.endsWith('.conflist')) {
    const repair = valueAt(network, 'plugins') === undefined ? 'name one' : 'let the name end in .conflist, as it is a list';
    return textAt(network, 'type') ? undefined : `has no type of its own: ${repair}`;
  }
  const plugins = listAt(network, 'plugins');
  // Since CNI 1.1 the plugins may lie in files of their own.
  const isElsewhere = valueAt(network, 'plugins') === undefined && /^1\.[1-9]/.test(textAt(network, 'cniVersion') ?? '');
  if (!textAt(network, 'name')) {
    return 'has no name: give the network one';
  }
  return plugins.length === 0 && !isElsewhere ? 'has no plugins: list them, or let the name end in .conf for a single plugin'
    : plugins.every(plugin => textAt(plugin, 'type')) ? undefined : 'has a plugin without a type: name its program';
}

/** Nothing where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
