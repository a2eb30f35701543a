import { execFileSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { directory } from './directory';

/** A certificate for loopback that is its own authority, valid for a day. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** The directory where they are tls.crt and tls.key. */
  readonly path: string;
}

/** Makes a certificate. */
export function certificate(): Certificate {
  const path = directory();
  const [cert, key] = [join(path, 'tls.crt'), join(path, 'tls.key')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1', '-subj', '/CN=made-up',
    '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost', '-keyout', key, '-out', cert], { stdio: 'pipe' });
  return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8'), path };
}
