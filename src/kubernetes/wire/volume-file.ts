import type { ObjectFieldSelector, ResourceFieldSelector } from './env';

export interface KeyToPath {
  key: string;
  mode?: number;
  path: string;
  user?: number;
}

export interface DownwardAPIVolumeFile {
  fieldRef?: ObjectFieldSelector;
  mode?: number;
  path: string;
  resourceFieldRef?: ResourceFieldSelector;
  user?: number;
}
