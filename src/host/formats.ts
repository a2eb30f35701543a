import { validateCidr } from '../kubernetes/cidr';
import { FieldError } from '../kubernetes/field-error';
import { FieldPath } from '../kubernetes/field-path';
import { configKey, portName } from '../kubernetes/formats';
import { validateIp } from '../kubernetes/ip-address';
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

/** An address without surplus zeros. */
export const isIpAddress = (value: string): boolean => isText(value) && isFaultless(value, validateIp);

/** A range of addresses such as `10.0.0.0/8`. */
export const isCidr = (value: string): boolean => isText(value) && isFaultless(value, validateCidr);

function isFaultless(value: string, validate: (text: string, at: FieldPath, errors: FieldError[]) => void): boolean {
  const errors: FieldError[] = [];
  validate(value, FieldPath.nowhere, errors);
  return errors.length === 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
