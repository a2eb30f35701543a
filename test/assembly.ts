import { readFileSync } from 'fs';
import { join } from 'path';

export interface Documented {
  readonly name: string;
  readonly docs?: { readonly summary?: string; readonly default?: string };
}

export interface Member extends Documented {
  readonly optional?: boolean;
  readonly overrides?: string;
  readonly type?: unknown;
}

export interface Type extends Documented {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly datatype?: boolean;
  readonly properties?: readonly Member[];
  readonly methods?: readonly Member[];
  readonly members?: readonly Documented[];
}

/** The assembly that jsii made of the library: its public names as every language sees them. */
export function assembly(): { readonly types: { readonly [name: string]: Type } } {
  return JSON.parse(readFileSync(join(__dirname, '../.jsii'), 'utf8'));
}
