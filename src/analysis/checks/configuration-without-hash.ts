import { Check } from '../check';
import { ConfigurationSource, isNamedByContent, objectOf, restartsOnChange, sourcesOf } from '../configuration';
import { Daemon } from '../daemon';
import { Loose, textAt, textsAt, valueAt } from '../loose';
import { ObjectSet } from '../object-set';
import { isReloaded } from '../reloaded-files';
import { Severity } from '../severity';

/** ND504 */
export const configurationWithoutHash: Check = {
  id: 'ND504',
  severity: Severity.WARNING,
  title: 'A new configuration restarts no pod',
  text: 'Pods take variables once, and most programs read their files once; the new configuration then arrives node by node, whenever a pod happens '
    + 'to start again: [newrelic/helm-charts#607](https://github.com/newrelic/helm-charts/issues/607). An annotation of the pod template with a '
    + 'checksum of the content makes the change a rollout, and so does a name that ends in one. A sidecar such as prometheus-config-reloader that watches '
    + 'the file, and a program that is told to watch it (`--watch-config` of Vector, `config.reload.automatic` of Logstash), make it none of this.',
  acknowledgeable: true,
  judge(daemon, objects) {
    const sources = sourcesOf(daemon).filter(source => mayChange(source, daemon, objects));
    return sources.length === 0 ? 'does not apply' : restartsOnChange(daemon) ? 'holds' : [{
      field: 'spec.template.metadata.annotations',
      message: `a change of ${sources.map(({ kind, name }) => `${kind} '${name}'`).join(', ')} restarts no pod: `
        + 'add an annotation with a checksum of its content to the pod template, or put the checksum into its name',
    }];
  },
};

function mayChange(source: ConfigurationSource, daemon: Daemon, objects: ObjectSet): boolean {
  const object = objectOf(source, daemon, objects);
  return object !== undefined && !isNamedByContent(source) && hasOwnContent(object) && !isReloaded(source, daemon, objects);
}

/** An immutable object stays as it is; an empty one, or the token of an account, is filled in by a program that knows who reads it. */
function hasOwnContent({ manifest }: Loose): boolean {
  const hasContent = ['data', 'stringData', 'binaryData'].some(field => Object.keys(textsAt(manifest, field)).length > 0);
  return hasContent && valueAt(manifest, 'immutable') !== true && textAt(manifest, 'type') !== 'kubernetes.io/service-account-token';
}
