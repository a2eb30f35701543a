import { mkdirSync, symlinkSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { NET } from './network';
import { PROC, PROCESSES } from './proc';
import { STORAGE } from './storage';
import { SYS } from './sys';
import { directory } from '../harness/directory';

/** A made-up host, as a program sees it that has the root of the host mounted. */
export interface HostRoot {
  /** The directory that stands for `/` of the host. */
  readonly path: string;
  readonly procfs: string;
  readonly sysfs: string;
  readonly udev: string;
  /** Writes one more file. */
  write(path: string, text: string): void;
}

const ETC: { readonly [path: string]: string } = {
  'etc/os-release': 'NAME="Made-up Linux"\nID=madeup\nVERSION_ID="1.2"\nPRETTY_NAME="Made-up Linux 1.2"\n',
  'etc/hostname': 'made-up\n',
  'etc/mtab': '/dev/sda1 / ext4 rw,relatime 0 0\n',
  'run/udev/data/b8:0': 'E:ID_MODEL=Made-up_disk\nE:ID_SERIAL_SHORT=SERIAL4242\nE:ID_PATH=pci-0000:00:1f.2-ata-1\n',
  'run/udev/data/b8:1': 'E:ID_FS_TYPE=ext4\nE:ID_FS_UUID=00000000-0000-4000-8000-000000000002\n',
  'var/lib/kubelet/.keep': '',
  'run/lock/.keep': '',
  'var/log/messages': 'made-up\n',
};

/** What is known by being a symbolic link. */
const LINKS: { readonly [path: string]: string } = {
  'proc/self': '1',
  'sys/bus/pci/devices/0000:00:01.0': '../../../devices/pci0000:00/0000:00:01.0',
};

/** Makes a host with two processors, eth0 and veth1, and the disk sda, of which every collector of node_exporter finds what it reads. */
export function hostRoot(files: { readonly [path: string]: string } = {}): HostRoot {
  const path = directory({ ...below('proc', { ...PROC, ...PROCESSES, ...NET }), ...below('sys', { ...SYS, ...STORAGE }), ...ETC, ...files });
  for (const [link, to] of Object.entries(LINKS)) {
    mkdirSync(dirname(join(path, link)), { recursive: true });
    symlinkSync(to, join(path, link));
  }
  return {
    path,
    procfs: join(path, 'proc'),
    sysfs: join(path, 'sys'),
    udev: join(path, 'run/udev/data'),
    write: (name, text) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    },
  };
}

function below(folder: string, files: { readonly [path: string]: string }): { [path: string]: string } {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}
