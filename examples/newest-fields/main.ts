import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { AppArmorProfile, HostPath, NodeDaemon, RecursiveReadOnly, SecurityContext, UpdateStrategy } from 'cdk8s-node-daemons';
import * as kplus from 'cdk8s-plus-33';

const app = new App();
const chart = new Chart(app, 'gpu', { namespace: 'gpu' });
const inspector = new NodeDaemon(chart, 'inspector', {
  updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable: '10%' }),
  hostUsers: false,
  container: {
    image: 'registry.example.com/gpu-inspector:1.4.0',
    hostPaths: [HostPath.readOnly('/var/log', { recursiveReadOnly: RecursiveReadOnly.IF_POSSIBLE })],
    securityContext: SecurityContext.of({ appArmorProfile: AppArmorProfile.RUNTIME_DEFAULT }),
    resources: { limits: { 'nvidia.com/gpu': '1' } },
  },
});
ApiObject.of(inspector).addJsonPatch(JsonPatch.add('/spec/template/spec/fieldOfTheFuture', { mode: 'New' }));
new kplus.NetworkPolicy(chart, 'policy', { selector: inspector, ingress: { default: kplus.NetworkPolicyTrafficDefault.DENY } });
app.synth();
