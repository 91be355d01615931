// Holds an answer to the SDK's own declarations: what they require must be there, of the type that they say.
import { readFileSync } from 'node:fs';
import { require } from './page.mjs';

const declarations = readFileSync(new URL('../types/checkout-sdk.d.ts', `file://${require.resolve('@bigcommerce/checkout-sdk')}`), 'utf8')
  .replaceAll('\r', '').replace(/\/\*[\s\S]*?\*\//g, '');

function members(name) {
  const [, base, body] = new RegExp(`^declare interface ${name}(?: extends (\\w+))? \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(declarations) ?? [];
  if (!body) return undefined;
  const own = [...body.matchAll(/^ {4}(\w+)(\?)?: ([^\n;{]+|Array<\{|\{)/gm)].map(([, key, optional, type]) => ({ key, optional: Boolean(optional), type: type.trim() }));
  return [...(base ? members(base) ?? [] : []), ...own];
}

/** What is wrong with the value, by path. */
export function problems(value, name, path = name) {
  const known = members(name);
  if (!known) return [`${name} is not declared`];
  return known.flatMap(({ key, optional, type }) => {
    const at = `${path}.${key}`;
    const given = value[key];
    if (given === undefined || given === null) return optional || / null\b/.test(type) ? [] : [`${at} is missing`];
    if (/^(string|number|boolean)( \| (string|number|null))*$/.test(type)) return type.includes(typeof given) ? [] : [`${at} is a ${typeof given}, not ${type}`];
    if (/^\w+\[\]$/.test(type)) {
      if (!Array.isArray(given)) return [`${at} is no list`];
      const of = type.slice(0, -2);
      return members(of) ? given.flatMap((item, index) => problems(item, of, `${at}[${index}]`)) : [];
    }
    return members(type) ? problems(given, type, at) : [];
  });
}
