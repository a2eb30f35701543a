import type { FieldPath } from './field-path';
import { quote } from './quote';

/** What is wrong with a field; the words are those of the causes in an API server's answer. */
export type FieldErrorType =
  | 'FieldValueRequired'
  | 'FieldValueInvalid'
  | 'FieldValueDuplicate'
  | 'FieldValueForbidden'
  | 'FieldValueNotSupported'
  | 'FieldValueNotFound'
  | 'FieldValueTooLong'
  | 'FieldValueTooMany'
  | 'FieldValueTypeInvalid'
  | 'InternalError';

/** One refusal of the API server. */
export interface FieldError {
  readonly type: FieldErrorType;
  readonly field: string;
  readonly detail: string;
  readonly value?: unknown;
}

const WORDS: Record<FieldErrorType, string> = {
  FieldValueRequired: 'Required value',
  FieldValueInvalid: 'Invalid value',
  FieldValueDuplicate: 'Duplicate value',
  FieldValueForbidden: 'Forbidden',
  FieldValueNotSupported: 'Unsupported value',
  FieldValueNotFound: 'Not found',
  FieldValueTooLong: 'Too long',
  FieldValueTooMany: 'Too many',
  FieldValueTypeInvalid: 'Invalid value',
  InternalError: 'Internal error',
};

/** A value that must be there and is not. */
export function required(at: FieldPath, detail = ''): FieldError {
  return { type: 'FieldValueRequired', field: at.toString(), detail };
}

/** A malformed value. */
export function invalid(at: FieldPath, value: unknown, detail: string): FieldError {
  return { type: 'FieldValueInvalid', field: at.toString(), detail, value };
}

/** A value that must be unique and is not. */
export function duplicate(at: FieldPath, value: unknown): FieldError {
  return { type: 'FieldValueDuplicate', field: at.toString(), detail: '', value };
}

/** A well-formed value that may not stand here now. */
export function forbidden(at: FieldPath, detail: string): FieldError {
  return { type: 'FieldValueForbidden', field: at.toString(), detail };
}

/** A word outside a closed set. */
export function notSupported(at: FieldPath, value: unknown, supported: readonly string[]): FieldError {
  const detail = supported.length === 0 ? '' : `supported values: ${supported.map(quote).join(', ')}`;
  return { type: 'FieldValueNotSupported', field: at.toString(), detail, value };
}

/** A name that nothing bears. */
export function notFound(at: FieldPath, value: unknown, detail = ''): FieldError {
  return { type: 'FieldValueNotFound', field: at.toString(), detail, value };
}

/** A text over its length. */
export function tooLong(at: FieldPath | '', maxBytes: number): FieldError {
  return { type: 'FieldValueTooLong', field: at.toString(), detail: `may not be more than ${maxBytes} bytes` };
}

/** A list over its length. */
export function tooMany(at: FieldPath, actual: number, max: number): FieldError {
  return { type: 'FieldValueTooMany', field: at.toString(), detail: `must have at most ${max} items`, value: actual };
}

/** Adds one error a message of a format check; no message, no error. */
export function invalidEach(errors: FieldError[], at: FieldPath, value: unknown, messages: readonly string[]): void {
  for (const message of messages) { errors.push(invalid(at, value, message)); }
}

/**
 * The line that the API server prints: `spec.x: Invalid value: 70000: must be …`.
 *
 * Values that are objects are shown as JSON; the server shows its internal form of them.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery@v0.37.1/pkg/util/validation/field#Error.ErrorBody
 */
export function renderError(error: FieldError): string {
  const { type, field, detail, value } = error;
  let text = WORDS[type];
  switch (type) {
    case 'FieldValueInvalid':
    case 'FieldValueDuplicate':
    case 'FieldValueNotSupported':
    case 'FieldValueNotFound':
    case 'FieldValueTooMany':
    case 'FieldValueTypeInvalid':
      text += `: ${typeof value === 'string' ? quote(value) : JSON.stringify(value ?? null)}`;
  }
  return `${field}: ${text}${detail === '' ? '' : `: ${detail}`}`;
}
