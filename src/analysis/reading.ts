import { decode, DecodingProblem } from '../kubernetes/decode';
import { defaultDaemonSet } from '../kubernetes/default-daemon-set';
import type { FieldError } from '../kubernetes/field-error';
import { validateDaemonSet } from '../kubernetes/validation/daemon-set';
import type { DaemonSet } from '../kubernetes/wire/daemon-set';

/** What the API server makes of a manifest. */
export interface Reading {
  /** The manifest with the defaults of Kubernetes; what must be there and is not is empty. */
  readonly defaulted: DaemonSet;
  /** What could not be decoded. */
  readonly problems: readonly DecodingProblem[];
  /** What the API server refuses of what it could decode. */
  readonly errors: readonly FieldError[];
}

/** Reads the manifest of a DaemonSet; it is not changed. */
export function readingOf(manifest: DaemonSet): Reading {
  const { object, problems } = decode('DaemonSet', manifest, { allowUnknown: true });
  const defaulted = problems.length === 0 ? defaultDaemonSet(object) : object;
  return { defaulted: whole(defaulted), problems, errors: problems.length === 0 ? validateDaemonSet(defaulted) : [] };
}

/** Nothing that the types promise is missing, so that one mistake does not hide the others. */
function whole(daemonSet: DaemonSet): DaemonSet {
  const { spec } = daemonSet;
  const pod = spec?.template?.spec;
  return pod?.containers !== undefined && spec.selector !== undefined
    ? daemonSet
    : { ...daemonSet, spec: { ...spec, selector: spec?.selector ?? {}, template: { ...spec?.template, spec: { ...pod, containers: pod?.containers ?? [] } } } };
}
