import { textAt } from '../../src/analysis/loose';
import { identityOf, nameOf } from '../../src/analysis/manifests';
import { BadInput } from '../read/bad-input';
import { Manifest } from '../read/manifest';

/** The manifests with the first of each object; what comes again would replace it, or be replaced, by the order of applying. */
export function withoutDuplicates(manifests: readonly Manifest[]): { readonly kept: readonly Manifest[]; readonly duplicates: readonly BadInput[] } {
  const first = new Map<string, Manifest>();
  const duplicates: BadInput[] = [];
  const kept = manifests.filter(manifest => {
    // An object of generateName is a new one each time.
    if (textAt(manifest.object, 'metadata', 'name') === undefined) {
      return true;
    }
    const identity = identityOf(manifest.object);
    const known = first.get(identity);
    if (known === undefined) {
      first.set(identity, manifest);
      return true;
    }
    duplicates.push({
      source: manifest.source,
      line: manifest.lineOf(),
      document: manifest.document,
      message: `${nameOf(manifest.object)} stands in ${placeOf(known)} already, which is the one that was checked: take one of them out`,
    });
    return false;
  });
  return { kept, duplicates };
}

function placeOf(manifest: Manifest): string {
  const line = manifest.lineOf();
  return line === undefined ? `${manifest.source} (document ${manifest.document})` : `${manifest.source}:${line}`;
}
