import { get, RequestOptions } from './http';

/** One line of metrics in Prometheus' text format. */
export interface Sample {
  readonly name: string;
  readonly labels: { readonly [name: string]: string };
  readonly value: number;
}

/** What a scrape brought. */
export class Metrics {
  public readonly samples: readonly Sample[];

  constructor(public readonly text: string) {
    this.samples = text.split('\n').filter(line => line !== '' && !line.startsWith('#')).map(sample);
  }

  /** All samples with this name and these labels among theirs. */
  public all(name: string, labels: { readonly [name: string]: string } = {}): Sample[] {
    return this.samples.filter(one => one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value));
  }

  /** The value of the one sample with this name and these labels; undefined where there is none, or more. */
  public value(name: string, labels?: { readonly [name: string]: string }): number | undefined {
    const found = this.all(name, labels);
    return found.length === 1 ? found[0].value : undefined;
  }

  /** The values that a label has on the samples with this name, sorted. */
  public labels(name: string, label: string): string[] {
    return [...new Set(this.all(name).map(({ labels }) => labels[label]))].sort();
  }
}

/** The metrics of a program, which must answer 200. */
export async function scrape(url: string, options?: RequestOptions): Promise<Metrics> {
  const { status, body } = await get(url, options);
  if (status !== 200) {
    throw new Error(`${url} answers ${status}: ${body}`);
  }
  return new Metrics(body);
}

function sample(line: string): Sample {
  const [, name, labels = '', value] = /^([\w:]+)(?:\{(.*)\})? (\S+)(?: -?\d+)?$/.exec(line) ?? [];
  if (name === undefined) {
    throw new Error(`no metric: ${line}`);
  }
  return {
    name,
    labels: Object.fromEntries([...labels.matchAll(/([\w:]+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, unescaped(text)])),
    value: value === '+Inf' ? Infinity : value === '-Inf' ? -Infinity : Number(value),
  };
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => character === 'n' ? '\n' : character);
}
