/**
 * The names that a text refers to as `$(NAME)`; `$$` stands for a dollar sign.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.37.1/third_party/forked/golang/expansion/expand.go
 */
export function referencesIn(text: string): string[] {
  return text.includes('$(') ? [...text.matchAll(/\$(?:\$|\(([^)]*)\))/g)].flatMap(([, name]) => name === undefined ? [] : [name]) : [];
}

/**
 * Whether a variable is one that the kubelet adds for a Service of the namespace, such as `DNS_SERVICE_HOST` or `DNS_PORT_53_UDP`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
 */
export function isServiceVariable(name: string): boolean {
  return /^[A-Z0-9_]+_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)$/.test(name);
}
