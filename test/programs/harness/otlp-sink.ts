import { createServer } from 'http';
import { bodyOf, listen } from './listen';

type Attributes = { readonly [name: string]: unknown };

/** One value of a metric that came. */
export interface Point {
  readonly name: string;
  readonly value?: number;
  readonly attributes: Attributes;
  readonly resource: Attributes;
}

/** One line of a log that came. */
export interface LogRecord {
  readonly body: unknown;
  readonly severity?: string;
  readonly attributes: Attributes;
  readonly resource: Attributes;
}

/** What takes what a collector sends by OTLP: HTTP with JSON, `encoding: json` of the otlphttp exporter. */
export interface OtlpSink {
  /** The endpoint for the exporter. */
  readonly url: string;
  readonly points: readonly Point[];
  readonly logs: readonly LogRecord[];
  /** The headers of each request. */
  readonly headers: readonly { readonly [name: string]: string | string[] | undefined }[];
}

/** Starts a sink. */
export async function otlpSink(): Promise<OtlpSink> {
  const points: Point[] = [];
  const logs: LogRecord[] = [];
  const headers: OtlpSink['headers'][number][] = [];
  const server = createServer(async (request, response) => {
    const { resourceMetrics = [], resourceLogs = [] } = await bodyOf(request);
    headers.push(request.headers);
    points.push(...resourceMetrics.flatMap(pointsOf));
    logs.push(...resourceLogs.flatMap(logsOf));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  return { url: `http://127.0.0.1:${await listen(server)}`, points, logs, headers };
}

function pointsOf({ resource, scopeMetrics = [] }: any): Point[] {
  return scopeMetrics.flatMap(({ metrics = [] }: any) => metrics).flatMap((metric: any) =>
    ((metric.gauge ?? metric.sum ?? metric.histogram)?.dataPoints ?? []).map((point: any) => ({
      name: metric.name,
      value: point.asDouble ?? (point.asInt === undefined ? undefined : Number(point.asInt)),
      attributes: attributesOf(point),
      resource: attributesOf(resource),
    })));
}

function logsOf({ resource, scopeLogs = [] }: any): LogRecord[] {
  return scopeLogs.flatMap(({ logRecords = [] }: any) => logRecords).map((record: any) => ({
    body: valueOf(record.body),
    severity: record.severityText,
    attributes: attributesOf(record),
    resource: attributesOf(resource),
  }));
}

function attributesOf(holder: any): Attributes {
  return Object.fromEntries((holder?.attributes ?? []).map(({ key, value }: any) => [key, valueOf(value)]));
}

function valueOf(value: any = {}): unknown {
  return value.kvlistValue ? attributesOf({ attributes: value.kvlistValue.values }) : value.arrayValue ? (value.arrayValue.values ?? []).map(valueOf)
    : value.intValue !== undefined ? Number(value.intValue) : Object.values(value)[0];
}
