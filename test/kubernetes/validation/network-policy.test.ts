import { DNS_SUBDOMAIN, refusesCompanion } from '../refusals';

const ingress = (rule: object) => ({ spec: { podSelector: {}, ingress: [rule] } });
const from = (peer: object) => ingress({ from: [peer] });

describe('network policy', () => {
  refusesCompanion('a name with capitals', 'NetworkPolicy', { metadata: { name: 'A' } }, [`FieldValueInvalid metadata.name: ${DNS_SUBDOMAIN}`]);
  refusesCompanion('an unknown type', 'NetworkPolicy', { spec: { policyTypes: ['Both'] } }, [
    'FieldValueNotSupported spec.policyTypes[0]: supported values: "Ingress", "Egress"',
  ]);
  refusesCompanion('three types', 'NetworkPolicy', { spec: { policyTypes: ['Ingress', 'Egress', 'Ingress'] } }, [
    'FieldValueInvalid spec.policyTypes: may not specify more than two policyTypes',
  ]);
  refusesCompanion('a peer that is nobody', 'NetworkPolicy', from({}), ['FieldValueRequired spec.ingress[0].from[0]: must specify a peer']);
  refusesCompanion('a peer that is both pods and addresses', 'NetworkPolicy', from({ podSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } }), [
    'FieldValueForbidden spec.ingress[0].from[0]: may not specify both ipBlock and another peer',
  ]);
  refusesCompanion('no addresses', 'NetworkPolicy', from({ ipBlock: { cidr: '10.0.0.0/33', except: ['a'] } }), [
    'FieldValueInvalid spec.ingress[0].from[0].ipBlock.cidr: must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
  ]);
  refusesCompanion('an exception from other addresses', 'NetworkPolicy', { spec: { egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['11.0.0.0/16'] } }] }] } }, [
    'FieldValueInvalid spec.egress[0].to[0].ipBlock.except[0]: must be a strict subset of `cidr`',
  ]);
  refusesCompanion('a selector that cannot be evaluated', 'NetworkPolicy', from({ namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'Is' }] } }), [
    'FieldValueInvalid spec.ingress[0].from[0].namespaceSelector.matchExpressions[0].operator: not a valid selector operator',
  ]);
  refusesCompanion('a port that none has', 'NetworkPolicy', ingress({ ports: [{ port: 0 }] }), [
    'FieldValueInvalid spec.ingress[0].ports[0].port: must be between 1 and 65535, inclusive',
  ]);
  refusesCompanion('a protocol in small letters', 'NetworkPolicy', ingress({ ports: [{ port: 1, protocol: 'tcp' }] }), [
    'FieldValueNotSupported spec.ingress[0].ports[0].protocol: supported values: "TCP", "UDP", "SCTP"',
  ]);
  refusesCompanion('a range that ends before it starts', 'NetworkPolicy', ingress({ ports: [{ port: 10, endPort: 9 }] }), [
    'FieldValueInvalid spec.ingress[0].ports[0].endPort: must be greater than or equal to `port`',
  ]);
  refusesCompanion('a range that starts with a name', 'NetworkPolicy', ingress({ ports: [{ port: 'http', endPort: 9 }] }), [
    'FieldValueInvalid spec.ingress[0].ports[0].endPort: may not be specified when `port` is non-numeric',
  ]);
  refusesCompanion('a range that starts nowhere', 'NetworkPolicy', ingress({ ports: [{ endPort: 9 }] }), [
    'FieldValueInvalid spec.ingress[0].ports[0].endPort: may not be specified when `port` is not specified',
  ]);
});
