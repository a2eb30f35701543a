import { parseImage } from '../../kubernetes/image-reference';
import { answer, Check } from '../check';
import { Severity } from '../severity';

/** ND501 */
export const floatingImageTag: Check = {
  id: 'ND501',
  severity: Severity.WARNING,
  title: 'An image has no tag that says which one it is',
  text: 'Each node runs what `latest` was when it pulled, so nodes differ, a new node gets a program that nobody tried, and there is nothing to go '
    + 'back to. `latest` also means `imagePullPolicy: Always`: without the registry no pod starts again. '
    + '[Images](https://kubernetes.io/docs/concepts/containers/images/#image-names).',
  acknowledgeable: true,
  judge: ({ containers }) => answer(containers.flatMap(({ container: { name, image = '' }, field }) => {
    const reference = parseImage(image);
    return reference?.tag !== 'latest' || reference.digest !== '' ? [] : [{
      field: `${field}.image`,
      message: `image '${image}' of container '${name}' is another one tomorrow, and nodes run different ones: write the tag of a version, or a digest`,
    }];
  })),
};
