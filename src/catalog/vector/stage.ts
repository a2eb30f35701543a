/** Sources, transforms or sinks by their ids. */
export interface Components {
  readonly [id: string]: object;
}

/** A part of the way of lines: what it is made of, and the ids from which they go on. */
export interface Stage {
  readonly sources: Components;
  readonly transforms: Components;
  readonly outputs: readonly string[];
}

/** A stage with one more transform at its end. */
export function through(stage: Stage, id: string, transform: object): Stage {
  return { ...stage, transforms: { ...stage.transforms, [id]: { ...transform, inputs: stage.outputs } }, outputs: [id] };
}

/** Several stages beside each other. */
export function together(stages: readonly Stage[]): Stage {
  return {
    sources: Object.assign({}, ...stages.map(({ sources }) => sources)),
    transforms: Object.assign({}, ...stages.map(({ transforms }) => transforms)),
    outputs: stages.flatMap(({ outputs }) => outputs),
  };
}

/** A program in Vector's language; a line on which it fails goes on as it was. */
export function remap(...lines: readonly string[]): object {
  return { type: 'remap', source: lines.join('\n') };
}
