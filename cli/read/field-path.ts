/** The steps of a field path of Kubernetes: `a.b[0].c[some.key/x]` is a, b, 0, c, some.key/x. */
export function steps(path: string): string[] {
  return [...path.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map(([text, bracketed]) => bracketed ?? text);
}
