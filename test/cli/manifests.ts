export interface Written {
  readonly name?: string;
  readonly hostPort?: number;
  /** Lines below `spec`. */
  readonly spec?: string;
  /** Lines below the pod's `spec`. */
  readonly pod?: string;
  readonly annotations?: string;
}

/** A DaemonSet as somebody writes it; nothing is wrong with it where nothing is said. */
export function daemonSet({ name = 'agent', hostPort, spec = '', pod = '', annotations }: Written = {}): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ${name}
  namespace: agents${annotations === undefined ? '' : `\n  annotations:\n    ${annotations}`}
spec:${spec && `\n  ${spec}`}
  selector:
    matchLabels:
      app: ${name}
  updateStrategy:
    rollingUpdate:
      maxUnavailable: 10%
  template:
    metadata:
      labels:
        app: ${name}
    spec:${pod && `\n      ${pod}`}
      priorityClassName: system-node-critical
      containers:
        - name: ${name}
          image: example.com/${name}:1
          resources:
            requests:
              cpu: 10m
              memory: 20Mi
            limits:
              memory: 200Mi
          ports:
            - containerPort: 80${hostPort === undefined ? '' : `\n              hostPort: ${hostPort}`}
`;
}

/** A daemon with a misspelt field: an error that may be acknowledged. */
export const MISSPELT = daemonSet({ pod: 'nodeselector: {}' });

/** What is said of it. */
export const MISSPELT_MESSAGE = 'Kubernetes has no field spec.template.spec.nodeselector: correct its name, or take it out';
