import * as fc from 'fast-check';
import { together } from './random-props';
import { made } from './recipe';
import { LogAgent, LogCollector, LogCollectorProps } from '../../src';
import { chartOf } from '../core/testing';

/** A pipeline that came out, as the program reads it. */
export interface RandomPipeline {
  readonly recipe: object;
  readonly text: string;
  readonly container: any;
}

/** What became of random pipelines: those that a program renders, and how many it refused. */
export interface RandomPipelines {
  readonly rendered: readonly RandomPipeline[];
  readonly refused: number;
}

/**
 * Random pipelines until a program has rendered so many. Whatever it does not render, it must refuse in words that say what, got and
 * allowed. Parts in the program's own language are left out: random words are none.
 */
export function randomPipelines(agent: LogAgent, count: number, seed: number): RandomPipelines {
  const recipes = together('LogCollector').map(recipe => ({ ...recipe, agent: undefined })).filter(recipe => !/"Log(Source|Filter|Sink)\.raw"/.test(JSON.stringify(recipe)));
  const rendered: RandomPipeline[] = [];
  let refused = 0;
  for (let part = 0; rendered.length < count && part < 100; part += 1) {
    for (const recipe of fc.sample(recipes, { numRuns: count, seed: seed + part })) {
      const one = renderedFrom(recipe, agent);
      one === undefined ? refused += 1 : rendered.length < count && rendered.push(one);
    }
  }
  return { rendered, refused };
}

function renderedFrom(recipe: object, agent: LogAgent): RandomPipeline | undefined {
  const chart = chartOf('logging');
  try {
    new LogCollector(chart, 'logs', { ...made(recipe) as LogCollectorProps, name: 'logs', agent });
    const manifests: any[] = chart.toJson();
    const [container] = manifests.find(({ kind }) => kind === 'DaemonSet').spec.template.spec.containers;
    return { recipe, container, text: Object.values<string>(manifests.find(({ kind }) => kind === 'ConfigMap').data)[0] };
  } catch (error) {
    if (!/ must be .*, got | ND\d+ /s.test((error as Error).message)) {
      throw new Error(`${JSON.stringify(recipe)}: ${(error as Error).stack}`);
    }
    return undefined;
  }
}
