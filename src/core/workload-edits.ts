import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ManifestEdit, ManifestEdits } from './manifest-edits';
import { inConstruct } from './tree';
import { workloadObject } from './workload-object';

/** Also found by another copy of the library. */
const EDITS = Symbol.for('cdk8s-node-daemons.ManifestEdits');

/** An object whose manifest others change at the end. */
interface EditedObject extends ApiObject {
  [EDITS]?: ManifestEdits;
}

/** An object that applies edits by itself, because it judges its own finished manifest. */
interface SelfEditing extends ApiObject {
  _addEdit(edit: ManifestEdit): void;
}

/**
 * Changes the manifest of somebody else's workload after it was rendered, user's patches included.
 *
 * Nothing earlier does: mappers drop what they do not know, JSON patches can neither find a container by its name nor add to a list that is not
 * there. App, Chart and Testing all take a manifest from `toJson`, so that this one method of the one object is replaced.
 */
export function editWorkload(workload: IConstruct, edit: ManifestEdit): void {
  const object = workloadObject(workload);
  isSelfEditing(object) ? object._addEdit(edit) : editsOf(object, workload).add(edit);
}

function editsOf(object: EditedObject, workload: IConstruct): ManifestEdits {
  return object[EDITS] ??= hookedInto(object, workload);
}

function hookedInto(object: ApiObject, workload: IConstruct): ManifestEdits {
  const edits = new ManifestEdits();
  const render = object.toJson.bind(object);
  object.toJson = () => inConstruct(workload, () => edits.applyTo(render()));
  // What cannot be is told by the construct that the user defined, before anything is written.
  workload.node.addValidation({ validate: () => failures(edits, render) });
  return edits;
}

function failures(edits: ManifestEdits, render: () => unknown): string[] {
  let manifest: unknown;
  try {
    manifest = render();
  } catch {
    // An object that cannot be rendered fails the synthesis by itself, with its own words.
    return [];
  }
  return edits.tryOn(manifest).failures;
}

function isSelfEditing(object: ApiObject): object is SelfEditing {
  return typeof (object as Partial<SelfEditing>)._addEdit === 'function';
}
