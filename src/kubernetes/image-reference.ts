const HOST = '(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?';
const PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
let reference: RegExp | undefined;

/** What Kubernetes makes of an image's name; nothing when it cannot read it. */
export interface ImageReference {
  /** `latest` when neither a tag nor a digest is written. */
  readonly tag: string;
  readonly digest: string;
}

/**
 * Reads the name of an image as defaulting of `imagePullPolicy` does.
 *
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/util/parsers#ParseImageName
 */
export function parseImage(image: string): ImageReference | undefined {
  reference ??= new RegExp(`^((?:${HOST}/)?${PART}(?:/${PART})*)(?::([\\w][\\w.-]{0,127}))?(?:@(${DIGEST}))?$`);
  if (/^[a-f0-9]{64}$/.test(image)) { return undefined; }
  const [domain, rest] = split(image);
  const colon = rest.indexOf(':');
  const path = colon < 0 ? rest : rest.slice(0, colon);
  if (path !== path.toLowerCase()) { return undefined; }
  const match = reference.exec(`${domain}/${rest}`);
  if (match === null) { return undefined; }
  const [, name, tag = '', digest = ''] = match;
  if (name.length - name.indexOf('/') - 1 > 255) { return undefined; }
  if (digest !== '' && !/^(sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/.test(digest)) { return undefined; }
  return { tag: tag === '' && digest === '' ? 'latest' : tag, digest };
}

/** The pull policy of an image that sets none. */
export function defaultPullPolicy(image: string | undefined): string {
  return parseImage(image ?? '')?.tag === 'latest' ? 'Always' : 'IfNotPresent';
}

function split(image: string): [string, string] {
  const slash = image.indexOf('/');
  if (slash < 0) { return ['docker.io', `library/${image}`]; }
  const first = image.slice(0, slash);
  const rest = image.slice(slash + 1);
  const isDomain = first === 'localhost' || /[.:]/.test(first) || first !== first.toLowerCase();
  const domain = !isDomain || first === 'index.docker.io' ? 'docker.io' : first;
  const name = isDomain ? rest : image;
  return domain === 'docker.io' && !name.includes('/') ? [domain, `library/${name}`] : [domain, name];
}
