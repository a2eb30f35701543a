import { complaints, daemonSet, service } from '../objects';

test('a rollout that starts the new pod first leaves no gap behind a Service', () => {
  const rolling = daemonSet({}, {}, { spec: { selector: { matchLabels: { app: 'agent' } }, updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } } });
  expect(complaints('ND902', rolling, service({ internalTrafficPolicy: 'Local', ports: [{ port: 80 }] }))).toBe(0);
});

test('under host networking a host port says nothing about clients', () => {
  expect(complaints('ND902', daemonSet({ hostNetwork: true }, { ports: [{ containerPort: 9100, hostPort: 9100 }] }))).toBe(0);
});
