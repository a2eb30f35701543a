import type { PodSecurityLevel } from './evaluate';
import { NEWEST_POLICY } from './evaluate';

/** What a namespace allows in one of its modes. */
export interface PodSecurityPolicy {
  readonly level: PodSecurityLevel;
  /** The minor version of the policy; the newest known one for `latest`. */
  readonly minor: number;
  readonly isLatest: boolean;
}

/** What a namespace allows in each of its modes, and its labels that say nothing. */
export interface PodSecurityPolicies {
  readonly enforce: PodSecurityPolicy;
  readonly audit: PodSecurityPolicy;
  readonly warn: PodSecurityPolicy;
  readonly errors: readonly PodSecurityLabelError[];
}

/** A label that the API server refuses, or cannot read if it is there already. */
export interface PodSecurityLabelError {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

interface Version { readonly minor: number; readonly isLatest: boolean }

const LABEL = 'pod-security.kubernetes.io/';
const LEVELS: readonly PodSecurityLevel[] = ['privileged', 'baseline', 'restricted'];
const LATEST: Version = { minor: NEWEST_POLICY, isLatest: true };
const MAX_INT = 2n ** 63n - 1n;

/**
 * The policies that a namespace's labels choose, in a cluster that keeps Kubernetes' own defaults.
 *
 * @see https://pkg.go.dev/k8s.io/pod-security-admission@v0.37.1/api#PolicyToEvaluate
 */
export function podSecurityPolicies(labels: Readonly<Record<string, string>> = {}): PodSecurityPolicies {
  const errors: PodSecurityLabelError[] = [];
  const [enforce, audit] = [policyOf('enforce', 'restricted', labels, errors), policyOf('audit', 'privileged', labels, errors)];
  const warn = policyOf('warn', 'privileged', labels, errors);
  // Who enforces a level is warned of it too.
  const enforced = levelNamed(labels[`${LABEL}enforce`]);
  const alsoWarns = warn.level === undefined && enforced !== undefined && enforced !== 'privileged';
  const complete = (level: PodSecurityLevel = 'privileged', version: Version = LATEST) => ({ level, ...version });
  return {
    enforce: complete(enforce.level, enforce.version),
    audit: complete(audit.level, audit.version),
    warn: alsoWarns ? complete(enforced, warn.version ?? enforce.version) : complete(warn.level, warn.version),
    errors,
  };
}

/** What the labels of a mode say, with a level for one that is none; a version that is none counts as the latest. */
function policyOf(mode: string, wrong: PodSecurityLevel, labels: Readonly<Record<string, string>>, errors: PodSecurityLabelError[]) {
  const [levelLabel, versionLabel] = [LABEL + mode, `${LABEL}${mode}-version`];
  const [level, version] = [labels[levelLabel], labels[versionLabel]];
  if (level !== undefined && levelNamed(level) === undefined) { errors.push({ label: levelLabel, value: level, detail: `must be one of ${LEVELS.join(', ')}` }); }
  if (version !== undefined && versionNamed(version) === undefined) {
    errors.push({ label: versionLabel, value: version, detail: 'must be "latest" or "v1.x"' });
  }
  return {
    level: level === undefined ? undefined : levelNamed(level) ?? wrong,
    version: version === undefined ? undefined : versionNamed(version) ?? LATEST,
  };
}

function levelNamed(value: string | undefined): PodSecurityLevel | undefined {
  return LEVELS.find((level) => level === value);
}

function versionNamed(value: string): Version | undefined {
  if (value === 'latest') { return LATEST; }
  const minor = /^v1\.(0|[1-9][0-9]*)$/.exec(value)?.[1];
  return minor === undefined || BigInt(minor) > MAX_INT ? undefined : { minor: Number(minor), isLatest: false };
}
