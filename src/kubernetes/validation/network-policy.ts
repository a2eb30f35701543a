import { isCidr, isStrictlyWithin, validateCidr } from '../cidr';
import type { FieldError } from '../field-error';
import { forbidden, invalid, invalidEach, notSupported, required } from '../field-error';
import { FieldPath } from '../field-path';
import { portNumber } from '../formats';
import { validateLabelSelector } from '../label-selector';
import { SUBDOMAIN, validateObjectMeta } from './metadata';
import { validatePortReference } from './shared';
import type { IPBlock, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../wire/network-policy';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const TYPES = ['Ingress', 'Egress'];

/**
 * Adds what is wrong with a NetworkPolicy.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/apis/networking/validation/validation.go
 */
export function validateNetworkPolicy({ metadata, spec }: NetworkPolicy, errors: FieldError[]): void {
  const at = FieldPath.root('spec');
  const { podSelector, ingress = [], egress = [], policyTypes = [] } = spec;
  validateObjectMeta(metadata, SUBDOMAIN, 'namespaced', errors);
  validateLabelSelector(podSelector, at.child('podSelector'), errors);
  for (const [i, { ports, from }] of ingress.entries()) { validateRule(ports, from, at.child('ingress').index(i), 'from', errors); }
  for (const [i, { ports, to }] of egress.entries()) { validateRule(ports, to, at.child('egress').index(i), 'to', errors); }
  if (policyTypes.length > TYPES.length) {
    errors.push(invalid(at.child('policyTypes'), policyTypes, 'may not specify more than two policyTypes'));
    return;
  }
  for (const [i, type] of policyTypes.entries()) {
    if (!TYPES.includes(type)) { errors.push(notSupported(at.child('policyTypes').index(i), type, TYPES)); }
  }
}

function validateRule(
  ports: readonly NetworkPolicyPort[] = [], peers: readonly NetworkPolicyPeer[] = [], at: FieldPath, side: 'from' | 'to', errors: FieldError[],
): void {
  for (const [i, port] of ports.entries()) { validatePort(port, at.child('ports').index(i), errors); }
  for (const [i, peer] of peers.entries()) { validatePeer(peer, at.child(side).index(i), errors); }
}

function validatePort({ protocol, port, endPort }: NetworkPolicyPort, at: FieldPath, errors: FieldError[]): void {
  if (protocol !== undefined && !PROTOCOLS.includes(protocol)) { errors.push(notSupported(at.child('protocol'), protocol, PROTOCOLS)); }
  if (port !== undefined) { validatePortReference(port, at.child('port'), errors); }
  if (endPort === undefined) { return; }
  if (typeof port !== 'number') {
    errors.push(invalid(at.child('endPort'), endPort, `may not be specified when \`port\` is ${port === undefined ? 'not specified' : 'non-numeric'}`));
    return;
  }
  if (endPort < port) { errors.push(invalid(at.child('endPort'), endPort, 'must be greater than or equal to `port`')); }
  invalidEach(errors, at.child('endPort'), endPort, portNumber(endPort));
}

function validatePeer({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer, at: FieldPath, errors: FieldError[]): void {
  validateLabelSelector(podSelector, at.child('podSelector'), errors);
  validateLabelSelector(namespaceSelector, at.child('namespaceSelector'), errors);
  if (ipBlock) { validateIpBlock(ipBlock, at.child('ipBlock'), errors); }
  const others = podSelector !== undefined || namespaceSelector !== undefined;
  if (!ipBlock && !others) { errors.push(required(at, 'must specify a peer')); }
  if (ipBlock && others) { errors.push(forbidden(at, 'may not specify both ipBlock and another peer')); }
}

function validateIpBlock({ cidr, except = [] }: IPBlock, at: FieldPath, errors: FieldError[]): void {
  if (cidr === '') {
    errors.push(required(at.child('cidr')));
    return;
  }
  validateCidr(cidr, at.child('cidr'), errors);
  if (!isCidr(cidr)) { return; }
  for (const [i, range] of except.entries()) {
    const path = at.child('except').index(i);
    validateCidr(range, path, errors);
    if (isCidr(range) && !isStrictlyWithin(range, cidr)) { errors.push(invalid(path, range, 'must be a strict subset of `cidr`')); }
  }
}
