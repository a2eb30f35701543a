import { configKey, portName } from '../kubernetes/formats';
import { labelValue, qualifiedName } from '../kubernetes/label-format';
import { dnsLabel, dnsSubdomain } from '../kubernetes/names';
import { Quantity } from '../kubernetes/quantity';

/** A container, volume or namespace may have this name. */
export const isDnsLabel = (value: string): boolean => isText(value) && dnsLabel(value).length === 0;

/** An object may have this name. */
export const isDnsSubdomain = (value: string): boolean => isText(value) && dnsSubdomain(value).length === 0;

/** A label or taint may have this key. */
export const isQualifiedName = (value: string): boolean => isText(value) && qualifiedName(value).length === 0;

/** A label may have this value. */
export const isLabelValue = (value: string): boolean => isText(value) && labelValue(value).length === 0;

/** A port may have this name. */
export const isPortName = (value: string): boolean => isText(value) && portName(value).length === 0;

/** A ConfigMap or Secret may have this key. */
export const isConfigKey = (value: string): boolean => isText(value) && configKey(value).length === 0;

/** A CSI driver may have this name. */
export const isCsiDriverName = (value: string): boolean =>
  isText(value) && value.length <= 63 && dnsSubdomain(value.toLowerCase()).length === 0;

/** A resource may have this amount. */
export const isQuantity = (value: string): boolean => isText(value) && typeof Quantity.read(value) !== 'string';

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
