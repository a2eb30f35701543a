import * as fc from 'fast-check';
import type { Factory, Slot, TypeReference } from './assembly-types';
import { constructs, propsOf, typeOf } from './assembly-types';
import { randomClients } from './random-clients';
import type { Recipe } from './recipe';
import { numberFor, textFor } from './words';
import * as library from '../../src';
import { CHECKS } from '../../src/analysis/checks/all';

/** Optional props without which nothing comes out. */
const NEEDED = ['DaemonContainer.image', 'NewRelicOptions.clusterName', 'LogPipelineOptions.sinks', 'NodeGroupsProps.exposure'];
/** Props of which a struct that has them wants one. */
const ONE_OF = [['port', 'portName'], ['port', 'ports'], ['resources', 'nonResourceUrls'], ['resourceClaimName', 'resourceClaimTemplateName']];
/** Props that a struct does not want together. */
const NOT_BOTH = [['subPath', 'subPathExpr'], ['maxUnavailable', 'maxSurge'], ['namespaced', 'nonResourceUrls'], ['scrapeKubelet', 'kubelet'], ['nodePort', 'nodePorts'], ['addWorkloads', 'addMetadata']];

/** Props of a construct that half of its daemons have beside others: few of them would come up among all that a daemon may have. */
const TOGETHER: { readonly [construct: string]: { readonly struct: string; readonly values: { readonly [prop: string]: string } } } = {
  LogCollector: { struct: 'LogPipelineOptions', values: { agent: 'LogAgent' } },
};

/** What half of the daemons accept, so that most of them come out. */
const DECISIONS = CHECKS.filter(({ isDecision }) => isDecision).map(({ id }) => ({ id, reason: 'it is random' }));

/** How many optional props a daemon gets at most, and a struct within it. */
const MOST = 7;
const MOST_WITHIN = 3;

/**
 * Random daemons of each construct, from the assembly: every prop, every factory and every constant of the library comes up without
 * being named here. Most are right; the others the library has to refuse.
 */
export function recipes(construct: string): fc.Arbitrary<Recipe> {
  const { props, clientMethods } = constructs().find(({ name }) => name === construct)!;
  const takesClients = clientMethods.length > 0;
  return fc.record({
    namespace: fc.constantFrom('agents', 'kube-system'),
    props: fc.tuple(struct(props.fqn!, MOST), fc.option(together(construct)), fc.boolean())
      .map(([made, more, accepts]) => ({ ...made as object, ...more, ...accepts && { acknowledge: DECISIONS } })),
    ...takesClients && { clients: randomClients(clientMethods.map(({ name, parameters = [] }) => ({ name, values: argumentsFor(`${construct}.${name}`, parameters.slice(1)) }))) },
  });
}

/** What only comes up together; nothing for most constructs. */
export function together(construct: string): fc.Arbitrary<object> {
  const fqnOf = (name: string) => propsFqn.replace(/\.\w+$/, `.${name}`);
  const propsFqn = constructs().find(({ name }) => name === construct)!.props.fqn!;
  if (construct === 'NodeGroups') {
    return disjointGroups(fqnOf('NodeGroup'));
  }
  const more = TOGETHER[construct];
  return more === undefined ? fc.constant({}) : fc.tuple(
    struct(fqnOf(more.struct), MOST), fc.record(Object.fromEntries(Object.entries(more.values).map(([prop, type]) => [prop, value(fqnOf(type))]))),
  ).map(([made, values]) => ({ ...made as object, ...values }));
}

/** Groups of which no node is in two, which random placements hardly ever are. */
function disjointGroups(fqn: string): fc.Arbitrary<object> {
  const group = (pool: string) => struct(fqn).map(made =>
    ({ ...made as object, placement: { call: 'NodePlacement.exactly', arguments: [{ nodeSelector: { 'kubernetes.io/os': 'linux', pool } }] } }));
  return fc.record({ groups: fc.record({ red: group('red'), blue: group('blue') }) });
}

function struct(fqn: string, most = MOST_WITHIN): fc.Arbitrary<unknown> {
  const type = typeOf(fqn)!;
  const props = propsOf(type).filter(prop => isKnown(prop.type));
  const optional = props.filter(prop => prop.optional).map(({ name }) => name);
  const needed = [...props.filter(prop => !prop.optional).map(({ name }) => name), ...optional.filter(name => NEEDED.includes(`${type.name}.${name}`))];
  const oneOf = ONE_OF.filter(names => names.every(name => optional.includes(name)));
  return fc.tuple(fc.shuffledSubarray(optional, { maxLength: Math.min(most, optional.length) }), ...oneOf.map(names => fc.constantFrom(...names))).chain(
    ([some, ...ones]) => {
      const clashing = NOT_BOTH.filter(names => names.every(name => some.includes(name))).map(([name]) => name);
      const other = new Set([...oneOf.flat().filter(name => !ones.includes(name)), ...clashing]);
      const chosen = new Set([...needed, ...ones, ...some.filter(name => !other.has(name))]);
      return fc.record(Object.fromEntries(props.filter(({ name }) => chosen.has(name)).map(prop => [prop.name, valueFor(type.name, prop)])));
    });
}

/** A value of a class: what one of its factories makes, or one of its constants. */
function value(fqn: string): fc.Arbitrary<unknown> {
  const { name, methods = [], properties = [] } = typeOf(fqn)!;
  const factories = methods.filter(method => method.static && method.returns?.type.fqn === fqn)
    .filter(({ parameters = [] }) => parameters.every(parameter => parameter.optional || isKnown(parameter.type)));
  const constants = properties.filter(property => property.static && property.type.fqn === fqn).map(property => fc.constant({ call: `${name}.${property.name}` }));
  return fc.oneof(...factories.map(factory => call(name, factory)), ...constants);
}

function call(type: string, { name, parameters = [] }: Factory): fc.Arbitrary<unknown> {
  const owner = `${type}.${name}`;
  return argumentsFor(owner, parameters).map(values => ({ call: owner, arguments: values }));
}

function argumentsFor(owner: string, parameters: readonly Slot[]): fc.Arbitrary<unknown[]> {
  const required = parameters.filter(({ optional, variadic }) => !optional && !variadic);
  const args = fc.tuple(...required.map(parameter => valueFor(owner, parameter)));
  const variadic = parameters.find(parameter => parameter.variadic);
  const last = parameters.find(parameter => parameter.optional && !parameter.variadic && isKnown(parameter.type));
  const more = variadic !== undefined
    ? fc.uniqueArray(valueFor(owner, variadic), { minLength: 1, maxLength: 2, selector: JSON.stringify })
    : last !== undefined ? fc.array(valueFor(owner, last), { maxLength: 1 }) : fc.constant([]);
  return fc.tuple(args, more).map(([first, rest]) => [...first, ...rest]);
}

function valueFor(owner: string, { name, type }: Slot): fc.Arbitrary<unknown> {
  if (type.collection?.kind === 'array') {
    const element = { name, type: type.collection.elementtype };
    return fc.uniqueArray(fc.noShrink(valueFor(owner, element)), { minLength: 1, maxLength: 2, selector: JSON.stringify });
  }
  if (type.collection?.kind === 'map') {
    const element = { name: `${name}{}`, type: type.collection.elementtype };
    return fc.dictionary(textFor(owner, `${name} keys`), valueFor(owner, element), { minKeys: 1, maxKeys: 2, noNullPrototype: true });
  }
  if (type.fqn !== undefined) {
    return fc.constant(type.fqn).chain(ofLibrary);
  }
  switch (type.primitive) {
    case 'number': return numberFor(owner, name);
    case 'boolean': return fc.boolean();
    default: return textFor(owner, name);
  }
}

function ofLibrary(fqn: string): fc.Arbitrary<unknown> {
  const { kind, name, members = [] } = typeOf(fqn)!;
  switch (kind) {
    case 'enum': return fc.constantFrom(...members.map(member => (library as unknown as Record<string, Record<string, unknown>>)[name][member.name]));
    case 'interface': return struct(fqn);
    case 'class': return value(fqn);
  }
}

/** Whether the assembly says enough of a type to make one: not of `any`, and not of the types of other packages. */
function isKnown(type: TypeReference): boolean {
  if (type.collection !== undefined) {
    return isKnown(type.collection.elementtype);
  }
  return type.fqn !== undefined ? typeOf(type.fqn) !== undefined : type.primitive !== 'any' && type.primitive !== 'json';
}
