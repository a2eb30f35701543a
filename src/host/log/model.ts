import { EnvValue } from '../env-value';
import { HostPath } from '../host-path';
import { SecretValue } from '../secret-value';

/** What values of a pipeline are inside: plain data, which the renderer of each agent reads. */
export interface LogFieldModel {
  readonly kind: 'message' | 'stream' | 'namespace' | 'pod' | 'container' | 'podLabel' | 'named';
  /** Of a label or of a named field. */
  readonly name?: string;
}

/** Names with `*` for any part; an empty list is every one. */
export interface PodNamesModel {
  readonly namespaces: readonly string[];
  readonly pods: readonly string[];
  readonly containers: readonly string[];
}

export type MultilinePreset = 'java' | 'python' | 'go' | 'dotnet' | 'own';

/** Lines that belong together: given is what begins an entry, what goes on with it, or both. */
export interface MultilineModel {
  readonly preset: MultilinePreset;
  readonly firstLine?: string;
  readonly continuation?: string;
  /** Whose lines; of sources without pods it is empty. */
  readonly only: PodNamesModel;
  readonly flushSeconds: number;
}

interface SourceBase {
  readonly id: string;
  /** Whether, at the first start, what is there already is read. */
  readonly fromBeginning: boolean;
}

export interface ContainersModel extends SourceBase {
  readonly kind: 'containers';
  readonly only: PodNamesModel;
  readonly except: PodNamesModel;
  readonly excludesSelf: boolean;
  readonly multiline: readonly MultilineModel[];
}

export interface FilesModel extends SourceBase {
  readonly kind: 'files' | 'audit';
  /** Absolute, with `*` in names. */
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  /** Directories of the node that are mounted. */
  readonly hostPaths: readonly HostPath[];
  /** Whether each line is a JSON object, whose keys become fields. */
  readonly isJson: boolean;
  readonly multiline: readonly MultilineModel[];
}

export interface JournalModel extends SourceBase {
  readonly kind: 'journal';
  /** With their type, such as `kubelet.service`. */
  readonly units: readonly string[];
  /** Further fields, each of which must have one of its values. */
  readonly matches: { readonly [field: string]: readonly string[] };
  /** Undefined for those of the platform. */
  readonly directories?: readonly string[];
}

/** Configuration in the agent's own language: text, or settings where that language is YAML. */
export interface RawModel {
  readonly text?: string;
  readonly settings?: { readonly [key: string]: unknown };
}

export interface RawSourceModel extends SourceBase {
  readonly kind: 'raw';
  readonly raw: RawModel;
  readonly hostPaths: readonly HostPath[];
}

export type SourceModel = ContainersModel | FilesModel | JournalModel | RawSourceModel;

interface FilterBase {
  readonly id: string;
  /** Ids of the sources whose lines pass through it; undefined for all. */
  readonly sources?: readonly string[];
}

export type FilterModel = FilterBase & (
  | { readonly kind: 'parseJson' }
  | { readonly kind: 'addFields'; readonly fields: { readonly [field: string]: string } }
  | { readonly kind: 'drop' | 'keep'; readonly field: LogFieldModel; readonly pattern: string }
  | { readonly kind: 'redact'; readonly pattern: string; readonly replacement: string }
  | { readonly kind: 'raw'; readonly raw: RawModel }
);

export interface MetadataModel {
  readonly from: 'apiServer' | 'kubelet';
  readonly labels: boolean;
  readonly annotations: boolean;
  readonly namespaceLabels: boolean;
}

export interface TlsModel {
  readonly enabled: boolean;
  readonly ca?: SecretValue;
  readonly cert?: SecretValue;
  readonly key?: SecretValue;
  readonly serverName?: string;
  readonly insecureSkipVerify: boolean;
}

export interface ServerModel {
  readonly host: string;
  readonly port: number;
  readonly tls: TlsModel;
}

export interface BufferModel {
  readonly kind: 'disk' | 'memory';
  readonly maxMebibytes: number;
  /** Undefined for what the agent does best. */
  readonly whenFull?: 'pause' | 'dropOldest' | 'dropNewest';
}

export interface RetryModel {
  /** Undefined for as long as the buffer lasts. */
  readonly attempts?: number;
  readonly giveUpAfterSeconds?: number;
  readonly maxIntervalSeconds: number;
  /** Whether the user wrote it. */
  readonly isIntervalAsked: boolean;
}

interface SinkBase {
  readonly id: string;
  /** Ids of the sources whose lines it gets; undefined for all. */
  readonly sources?: readonly string[];
  readonly retry: RetryModel;
  /** Undefined for that of the collector. */
  readonly buffer?: BufferModel;
}

/** Name and password; one without the other is never given. */
export interface LoginModel {
  readonly username: string;
  readonly password: SecretValue;
}

export interface HeadersModel {
  readonly headers: { readonly [header: string]: string };
  readonly secretHeaders: { readonly [header: string]: SecretValue };
}

export interface AwsModel {
  readonly region: string;
  readonly endpoint?: string;
  readonly roleArn?: string;
  readonly accessKeyId?: SecretValue;
  readonly secretAccessKey?: SecretValue;
}

export interface SearchModel extends SinkBase {
  readonly kind: 'elasticsearch' | 'openSearch';
  readonly server: ServerModel;
  readonly login?: LoginModel;
  readonly apiKey?: SecretValue;
  /** Name of the index, or its beginning where there is one a day. */
  readonly index: string;
  readonly indexPerDay: boolean;
  readonly pipeline?: string;
}

export interface LokiModel extends SinkBase {
  readonly kind: 'loki';
  readonly server: ServerModel;
  readonly login?: LoginModel;
  readonly bearerToken?: SecretValue;
  readonly tenant?: string;
  readonly labels: { readonly [label: string]: string };
}

export interface OtlpModel extends SinkBase, HeadersModel {
  readonly kind: 'otlp';
  readonly server: ServerModel;
  readonly protocol: 'grpc' | 'http';
  readonly login?: LoginModel;
  readonly bearerToken?: SecretValue;
}

export interface KafkaModel extends SinkBase {
  readonly kind: 'kafka';
  /** With their ports. */
  readonly brokers: readonly string[];
  readonly topic: string;
  readonly tls: TlsModel;
  readonly sasl?: LoginModel & { readonly mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512' };
  readonly compression: 'none' | 'gzip' | 'snappy' | 'lz4' | 'zstd';
}

export interface HttpModel extends SinkBase, HeadersModel {
  readonly kind: 'http';
  readonly server: ServerModel;
  readonly path: string;
  readonly login?: LoginModel;
  readonly bearerToken?: SecretValue;
  readonly compress: boolean;
}

export interface SplunkModel extends SinkBase {
  readonly kind: 'splunkHec';
  readonly server: ServerModel;
  readonly token: SecretValue;
  readonly index?: string;
  readonly source?: string;
  readonly sourcetype?: string;
}

export interface CloudWatchModel extends SinkBase {
  readonly kind: 'cloudWatch';
  readonly aws: AwsModel;
  readonly group: string;
  readonly streamPrefix: string;
  readonly createGroup: boolean;
  readonly retentionDays?: number;
}

export interface S3Model extends SinkBase {
  readonly kind: 's3';
  readonly aws: AwsModel;
  readonly bucket: string;
  readonly prefix: string;
  readonly compress: boolean;
  readonly uploadSeconds: number;
}

export interface ForwardModel extends SinkBase {
  readonly kind: 'forward';
  readonly server: ServerModel;
  readonly sharedKey?: SecretValue;
  readonly login?: LoginModel;
}

export interface StdoutModel extends SinkBase {
  readonly kind: 'stdout';
}

export interface RawSinkModel extends SinkBase {
  readonly kind: 'raw';
  readonly raw: RawModel;
  readonly env: { readonly [name: string]: EnvValue };
}

export type SinkModel =
  | SearchModel | LokiModel | OtlpModel | KafkaModel | HttpModel | SplunkModel | CloudWatchModel | S3Model | ForwardModel | StdoutModel | RawSinkModel;

/** Where a collector keeps how far it has read and what it has not sent. */
export type StateModel =
  | { readonly kind: 'hostPath'; readonly path?: string }
  | { readonly kind: 'persistentVolumeClaim'; readonly claimName: string }
  | { readonly kind: 'none' };
