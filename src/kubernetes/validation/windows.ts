import type { FieldError } from '../field-error';
import { invalid, invalidEach } from '../field-error';
import type { FieldPath } from '../field-path';
import { dnsSubdomain } from '../names';
import { byteLength, isLongerThan } from '../text-length';
import { eachContainer } from './shared';
import type { PodSpec } from '../wire/pod-spec';
import type { WindowsSecurityContextOptions } from '../wire/security';

const MAX_CREDENTIAL_SPEC = 64 * 1024;
const MAX_DOMAIN = 256;
const MAX_USER = 104;

/** Adds what is wrong with options that only containers on Windows have. */
export function validateWindowsOptions(options: WindowsSecurityContextOptions, at: FieldPath, errors: FieldError[]): void {
  const { gmsaCredentialSpecName, gmsaCredentialSpec, runAsUserName } = options;
  if (gmsaCredentialSpecName !== undefined) {
    invalidEach(errors, at.child('gmsaCredentialSpecName'), gmsaCredentialSpecName, dnsSubdomain(gmsaCredentialSpecName));
  }
  if (gmsaCredentialSpec === '') {
    errors.push(invalid(at.child('gmsaCredentialSpec'), '', 'gmsaCredentialSpec cannot be an empty string'));
  } else if (gmsaCredentialSpec !== undefined && isLongerThan(gmsaCredentialSpec, MAX_CREDENTIAL_SPEC)) {
    errors.push(invalid(at.child('gmsaCredentialSpec'), gmsaCredentialSpec, 'gmsaCredentialSpec size must be under 64 KiB'));
  }
  if (runAsUserName !== undefined) { invalidEach(errors, at.child('runAsUserName'), runAsUserName, userName(runAsUserName)); }
}

function userName(name: string): string[] {
  if (name === '') { return ['runAsUserName cannot be an empty string']; }
  // eslint-disable-next-line no-control-regex -- control characters of ASCII alone are looked for, as in Kubernetes
  if (/[\x00-\x1f\x7f]/.test(name)) { return ['runAsUserName cannot contain control characters']; }
  const parts = name.split('\\');
  if (parts.length > 2) { return ['runAsUserName cannot contain more than one backslash']; }
  const user = parts[parts.length - 1];
  const messages = parts.length === 2 ? domainOfUser(parts[0]) : [];
  if (user === '') {
    messages.push("runAsUserName's User cannot be empty");
  } else if (isLongerThan(user, MAX_USER)) {
    messages.push(`runAsUserName's User length must not be longer than ${MAX_USER} characters`);
  }
  if (/^[. ]+$/.test(user)) { messages.push("runAsUserName's User cannot contain only periods or spaces"); }
  if (/["/\\:;|=,+*?<>@[\]]/.test(user)) {
    messages.push('runAsUserName\'s User cannot contain the following characters: "/\\:;|=,+*?<>@[]');
  }
  return messages;
}

function domainOfUser(domain: string): string[] {
  const messages: string[] = [];
  if (byteLength(domain) >= MAX_DOMAIN) { messages.push(`runAsUserName's Domain length must be under ${MAX_DOMAIN} characters`); }
  const isNetBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u.test(domain);
  if (!isNetBios && !/^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/.test(domain)) {
    messages.push("runAsUserName's Domain doesn't match the NetBios nor the DNS format");
  }
  return messages;
}

/** Adds errors where some containers run on the node itself and others do not, or where the network does not follow. */
export function validateHostProcess(spec: PodSpec, at: FieldPath, errors: FieldError[]): void {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  let containers = 0;
  let onHost = 0;
  eachContainer(spec, at, (container, path) => {
    containers++;
    const own = container.securityContext?.windowsOptions?.hostProcess;
    if (own ?? ofPod) { onHost++; }
    if (own !== undefined && ofPod !== undefined && own !== ofPod) {
      errors.push(invalid(path.child('securityContext').child('windowsOptions').child('hostProcess'), own,
        `pod hostProcess value must be identical if both are specified, was ${ofPod}`));
    }
  });
  if (onHost === 0) { return; }
  if (onHost !== containers) {
    errors.push(invalid(at, '', 'If pod contains any hostProcess containers then all containers must be HostProcess containers'));
  }
  if (!spec.hostNetwork) {
    errors.push(invalid(at.child('hostNetwork'), false, 'hostNetwork must be true if pod contains any hostProcess containers'));
  }
}
