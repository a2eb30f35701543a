import { App, Chart } from 'cdk8s';
import { ContainerPort, DaemonProfile, EnvValue, ImagePullPolicy, NodeLocalExposure, Probe, TcpNodeDaemon } from 'cdk8s-node-daemons';

const app = new App();

// As the tutorial has it: nothing in the manifest has the port that the kubelet asks (ND505; today's ingress-nginx answers on 10254), and the program is
// not maintained since March 2026: https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/
new TcpNodeDaemon(new Chart(app, 'tutorial'), 'nginx-ingress-lb', {
  name: 'nginx-ingress-lb',
  profile: DaemonProfile.BARE,
  podMetadata: { labels: { name: 'nginx-ingress-lb' } },
  container: {
    image: 'gcr.io/google_containers/nginx-ingress-controller:0.8.3',
    imagePullPolicy: ImagePullPolicy.ALWAYS,
    args: ['/nginx-ingress-controller', '--default-backend-service=default/default-http-backend'],
    env: { POD_IP: EnvValue.POD_IP, POD_NAME: EnvValue.POD_NAME, POD_NAMESPACE: EnvValue.POD_NAMESPACE },
    livenessProbe: Probe.httpGet('/healthz', { port: 10249, initialDelaySeconds: 30, timeoutSeconds: 5 }),
  },
  ports: [ContainerPort.tcp(80), ContainerPort.tcp(443, { hostPort: 4444 })],
  exposure: NodeLocalExposure.hostPort(),
});

app.synth();
