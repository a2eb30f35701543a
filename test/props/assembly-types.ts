import { assembly } from '../assembly';

/** A type as jsii writes it. */
export interface TypeReference {
  readonly primitive?: 'string' | 'number' | 'boolean' | 'any' | 'json';
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
}

/** A prop of a struct or a parameter of a method. */
export interface Slot {
  readonly name: string;
  readonly type: TypeReference;
  readonly optional?: boolean;
  readonly variadic?: boolean;
  readonly static?: boolean;
  readonly const?: boolean;
}

/** A static method. */
export interface Factory {
  readonly name: string;
  readonly static?: boolean;
  readonly parameters?: readonly Slot[];
  readonly returns?: { readonly type: TypeReference };
}

interface LibraryType {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly members?: readonly { readonly name: string }[];
  readonly properties?: readonly Slot[];
  readonly methods?: readonly Factory[];
  readonly initializer?: { readonly parameters?: readonly Slot[] };
}

const TYPES = assembly().types as unknown as { readonly [fqn: string]: LibraryType };

/** A type of the library; undefined for one of another package. */
export function typeOf(fqn: string): LibraryType | undefined {
  return TYPES[fqn];
}

/** All props of a struct, those that it inherits first. */
export function propsOf({ interfaces = [], properties = [] }: LibraryType): Slot[] {
  return [...interfaces.flatMap(fqn => propsOf(TYPES[fqn])), ...properties];
}

/** A construct with the type of its props, and its methods that change workloads of others, which they take first. */
export interface ConstructType {
  readonly name: string;
  readonly props: TypeReference;
  readonly clientMethods: readonly Factory[];
}

/** The constructs of the library. */
export function constructs(): ConstructType[] {
  return Object.values(TYPES).filter(({ base }) => base === 'constructs.Construct').map(({ name, initializer, methods = [] }) => ({
    name,
    props: initializer!.parameters!.find(parameter => parameter.name === 'props')!.type,
    clientMethods: methods.filter(method => !method.static && method.parameters?.[0]?.type.fqn === 'constructs.IConstruct'),
  }));
}
