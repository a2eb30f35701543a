import { Check } from '../check';
import { Severity } from '../severity';

/** A revision is called after the DaemonSet, with a dash and up to ten digits, and its name has at most 253 characters. */
const LONGEST = 253 - '-'.length - 10;

/** ND214 https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/controller/daemon/update.go */
export const nameTooLongForRevisions: Check = {
  id: 'ND214',
  severity: Severity.ERROR,
  title: 'The name leaves no room for the names of revisions',
  text: 'The controller keeps each pod template in a ControllerRevision called `<name>-<hash>`. Where that is longer than 253 characters it cannot, and '
    + 'creates no pod. The hash has up to ten characters, so a name of up to 242 always works.',
  acknowledgeable: true,
  judge({ defaulted: { metadata } }) {
    const { length } = metadata?.name ?? '';
    return length <= LONGEST ? 'holds' : [{
      field: 'metadata.name',
      message: `the name has ${length} characters and leaves no room for the hash of a revision, without which there are no pods: shorten it to ${LONGEST}`,
    }];
  },
};
