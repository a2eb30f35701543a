import { CustomCsiDriverOptions, ReadyCsiDriverOptions } from './options';
import { assertFields, assertTexts, assertValues, assertYesOrNo } from '../../host/checked-type';

/** Refuses types that only a program without types can give, before anything is made of them. */
export function assertDriverOptions(options: ReadyCsiDriverOptions | CustomCsiDriverOptions): void {
  assertFields('options of a CSI driver', options, "{ name: 'nfs.csi.k8s.io' }");
  const { apiAccess, configFiles } = options as CustomCsiDriverOptions;
  const { container, extraArgs, registrar, livenessProbe, preStop, seLinux } = options as ReadyCsiDriverOptions;
  assertFields('container', container, "{ image: 'example.com/driver:1.2.3' }");
  assertTexts('extraArgs', extraArgs, "'--v=5'");
  assertTexts('preStop', preStop, "'/bin/driver', 'drain'");
  assertValues('apiAccess', apiAccess, "ApiAccess.read('', 'nodes')");
  assertValues('configFiles', configFiles, "ConfigFile.text('/etc/driver.yaml', '…')");
  assertYesOrNo('seLinux', seLinux);
  for (const [name, sidecar] of Object.entries({ registrar, livenessProbe })) {
    assertFields(name, sidecar, '{ enabled: false }');
    assertFields(`container of ${name}`, sidecar?.container, "{ image: 'example.com/sidecar:1.2.3' }");
    assertTexts(`args of ${name}`, sidecar?.container?.args, "'--v=5'");
    assertTexts(`extraArgs of ${name}`, sidecar?.extraArgs, "'--v=5'");
    assertYesOrNo(`enabled of ${name}`, sidecar?.enabled);
  }
}
