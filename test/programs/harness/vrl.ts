import { program } from './program';
import { run } from './run';

const VRL = program('vrl');

/** A program in Vector's language, with the events that it is run on. */
export interface VrlProgram {
  readonly source: string;
  readonly events?: readonly { readonly event: object; readonly metadata?: object }[];
}

/** What a program did with an event; `answer` is what it says last, of a condition whether it holds. */
export interface VrlRun {
  readonly event: any;
  readonly metadata: any;
  readonly answer?: any;
  /** Why it gave up; the event then goes on as it was. */
  readonly failure?: string;
}

export interface VrlVerdict {
  /** Why it does not compile. */
  readonly error?: string;
  readonly warnings?: string | null;
  readonly runs?: readonly VrlRun[];
}

/** What Vector's language says to each program. */
export async function judged(programs: readonly VrlProgram[], env?: { readonly [name: string]: string }): Promise<readonly VrlVerdict[]> {
  const { code, output } = await run(VRL, [], { input: JSON.stringify(programs), env });
  if (code !== 0) {
    throw new Error(output);
  }
  return JSON.parse(output);
}

/** Every program of a configuration, by the id of its transform and its option. */
export function programsOf({ transforms = {} }: { readonly transforms?: { readonly [id: string]: any } }): { readonly [where: string]: string } {
  return Object.fromEntries(Object.entries(transforms).flatMap(([id, transform]) => [
    ...['source', 'condition', 'starts_when', 'ends_when'].flatMap(option => transform[option] === undefined ? [] : [[`${id}.${option}`, transform[option]]]),
    ...(transform.routes ?? []).map(({ name, condition }: any) => [`${id}.${name}`, condition]),
  ]));
}
