import { Section } from './conf';
import { isCidr, isIpAddress } from '../../host/formats';
import { invalid } from '../../host/invalid';

/** Who is answered. */
export interface GmondAcl {
  /**
   * Addresses or ranges such as `10.0.0.0/8`. No other is answered.
   *
   * @default - every address but those in `deny`
   */
  readonly allow?: string[];

  /**
   * Addresses or ranges that are not answered, even where `allow` has them.
   *
   * @default - none
   */
  readonly deny?: string[];
}

/** The section of an access list; the first entry that fits decides. */
export function aclSections(acl: GmondAcl | undefined): Section[] {
  if (acl === undefined) {
    return [];
  }
  const { allow = [], deny = [] } = acl;
  if (allow.length + deny.length === 0) {
    throw invalid('acl', 'given allow or deny, as gmond does not read a list without entries', acl);
  }
  return [{
    name: 'acl',
    options: { default: allow.length > 0 ? 'deny' : 'allow' },
    sections: [...deny.map(range => access('deny', range)), ...allow.map(range => access('allow', range))],
  }];
}

function access(action: string, range: string): Section {
  if (!isIpAddress(range) && !isCidr(range)) {
    throw invalid(`${action} of an acl`, "addresses or ranges such as '10.0.0.0/8'", range);
  }
  const [ip, mask = ip.includes(':') ? '128' : '32'] = range.split('/');
  return { name: 'access', options: { ip, mask, action } };
}
