import { answer, Check } from '../check';
import { collision, collisions } from '../host-port-claims';
import { Severity } from '../severity';

/** ND302 */
export const possibleHostPortCollision: Check = {
  id: 'ND302',
  severity: Severity.WARNING,
  title: 'Two daemons may want one port of the same node',
  text: 'There can be nodes that both daemons run on, and there the pod of one of them would stay Pending. Their placements alone do not say '
    + 'whether such nodes exist.',
  acknowledgeable: true,
  comparesDaemons: true,
  judge: (daemon, objects) => answer(collisions(daemon, objects, 'possibly').map(found => collision(found, 'where both run'))),
};
