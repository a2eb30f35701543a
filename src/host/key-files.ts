import { isConfigKey } from './formats';
import { invalid } from './invalid';
import { KeyToPath } from './key-to-path';
import { assertFileMode, assertFilePath } from './volume-file';
import type * as wire from '../kubernetes/wire/volume-file';

/** Checked keys of a ConfigMap or Secret as Kubernetes writes them. */
export function keyFiles(items: readonly KeyToPath[] | undefined): wire.KeyToPath[] | undefined {
  return items?.map(({ key, path, mode }) => {
    if (!isConfigKey(key)) {
      throw invalid('key', "at most 253 of A-Z, a-z, 0-9, '-', '_' and '.'", key);
    }
    assertFilePath(path);
    assertFileMode(mode);
    return { key, path, mode };
  });
}
