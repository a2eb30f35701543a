import { CsiDriver, CsiDriverObject, CsiNodePlugin } from '../../src';
import { chartOf } from '../core/testing';

const OWN = { name: 'own.example.com', container: { image: 'example.com/own:1' } };
const own = (options: object) => () => CsiDriver.custom({ ...OWN, ...options });
const object = (options: unknown) => () => CsiDriverObject.create(options as never);

test.each<[string, () => unknown, string]>([
  ['no props', () => new (CsiNodePlugin as any)(chartOf(), 'csi'), 'platform/csi: driver must be a program such as CsiDriver.hostPath(), got undefined'],
  ['a text for a driver', () => CsiDriver.nfs('nfs.csi.k8s.io' as never), "options of a CSI driver must be fields, such as { name: 'nfs.csi.k8s.io' }, got 'nfs.csi.k8s.io'"],
  ['nothing for a driver', () => CsiDriver.hostPath(null as never), "options of a CSI driver must be fields, such as { name: 'nfs.csi.k8s.io' }, got null"],
  ['an image for a container', () => CsiDriver.nfs({ container: 'my/nfs:1' as never }), "container must be fields, such as { image: 'example.com/driver:1.2.3' }, got 'my/nfs:1'"],
  ['a flag for extraArgs', () => CsiDriver.nfs({ extraArgs: '--v=5' as never }), "extraArgs must be a list of texts, got '--v=5': write ['--v=5']"],
  ['a number for extraArgs', () => CsiDriver.hostPath({ extraArgs: 5 as never }), "extraArgs must be a list of texts, got 5: write ['--v=5']"],
  ['an object for extraArgs', () => CsiDriver.hostPath({ extraArgs: { v: 5 } as never }), "extraArgs must be a list of texts, got {\"v\":5}: write ['--v=5']"],
  ['a shell line for preStop', own({ preStop: 'sleep 5' }), "preStop must be a list of texts, got 'sleep 5': write ['/bin/driver', 'drain']"],
  ['one value for apiAccess', own({ apiAccess: 5 }), "apiAccess must be a list of values such as ApiAccess.read('', 'nodes'), got 5"],
  ['an object for configFiles', own({ configFiles: {} }), "configFiles must be a list of values such as ConfigFile.text('/etc/driver.yaml', '…'), got {}"],
  ['a word for seLinux', own({ seLinux: 'yes' }), "seLinux must be true or false, got 'yes'"],
  ['false for the registrar', own({ registrar: false }), 'registrar must be fields, such as { enabled: false }, got false'],
  ['a word for enabled', own({ livenessProbe: { enabled: 'no' } }), "enabled of livenessProbe must be true or false, got 'no'"],
  ['an image for the registrar', own({ registrar: { container: 'reg:1' } }), "container of registrar must be fields, such as { image: 'example.com/sidecar:1.2.3' }, got 'reg:1'"],
  ['a flag for extraArgs of the registrar', own({ registrar: { extraArgs: '--v=5' } }), "extraArgs of registrar must be a list of texts, got '--v=5': write ['--v=5']"],
  ['a flag for args of the registrar', own({ registrar: { container: { args: '--v=5' } } }), "args of registrar must be a list of texts, got '--v=5': write ['--v=5']"],

  ['a text for the CSIDriver', object('File'), "options of the CSIDriver must be fields, such as { attachRequired: false }, got 'File'"],
  ['a word for attachRequired', object({ attachRequired: 'yes' }), "attachRequired of the CSIDriver must be true or false, got 'yes'"],
  ['another spelling of a policy', object({ fsGroupPolicy: 'file' }),
    "fsGroupPolicy of the CSIDriver must be one of CsiFsGroupPolicy.READ_WRITE_ONCE_WITH_FS_TYPE, CsiFsGroupPolicy.FILE, CsiFsGroupPolicy.NONE, got 'file'"],
  ['one mode in place of a list', object({ volumeLifecycleModes: 'Persistent' }),
    "volumeLifecycleModes of the CSIDriver must be a list, got 'Persistent': write [CsiVolumeLifecycleMode.PERSISTENT]"],
  ['another spelling of a mode', object({ volumeLifecycleModes: ['persistent'] }),
    "volumeLifecycleModes of the CSIDriver must be one of CsiVolumeLifecycleMode.PERSISTENT, CsiVolumeLifecycleMode.EPHEMERAL, got 'persistent'"],
  ['an audience for tokens', object({ tokenRequests: 'vault' }), "tokenRequests of the CSIDriver must be a list of values such as { audience: 'vault' }, got 'vault'"],
])('fails on %s', (_, run, message) => {
  expect(run).toThrow(new Error(message));
});
