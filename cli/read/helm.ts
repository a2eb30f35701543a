const ACTION = /(?<!\{)\{\{(?!\{)/;
const HELM_ACTION = /\{\{-?\s*(?:\$?\.(?:Values|Release|Chart|Capabilities|Files)\b|include\s+"|template\s+"|toYaml\s|if\s|range\s|with\s|end\s)/;

/** The message about a template of Helm instead of a manifest. */
export const IS_TEMPLATE = 'this is a Helm template: render it first, with "helm template"';

/** The line of a text that cannot be read at which an action of a template stands, from 0. */
export function lineOfAction(text: string): number | undefined {
  return lineOf(text, ACTION);
}

/** The same for a text that can be read, where braces may be meant, as in a message of an alert. */
export function lineOfHelmAction(text: string): number | undefined {
  return text.includes('{{') ? lineOf(text, HELM_ACTION) : undefined;
}

function lineOf(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text);
  return found === null ? undefined : text.slice(0, found.index).split('\n').length - 1;
}
