import type { IForbiddenRuleType } from 'dependency-cruiser';
import type { Area } from './layers.js';

/** Tests, and the files that only tests use. */
const tests = '\\.test\\.ts$|/test/';

/** Rules for dependency-cruiser that forbid all that areas do not allow, and import circles everywhere. */
export function rulesOf(areas: readonly Area[]): IForbiddenRuleType[] {
  return [
    noCircles,
    ...areas.flatMap((area) => [allListed(area), ...roomRules(area), ...outsideRules(area)]),
  ];
}

const noCircles: IForbiddenRuleType = {
  name: 'no import circles',
  severity: 'error',
  from: {},
  to: { circular: true },
};

/** The rule that a new room has to be put into the table. */
export const notListed = 'this folder is not listed in scripts/layers/layers.ts';

function allListed({ folder, rooms }: Area): IForbiddenRuleType {
  const listed = Object.keys(rooms).map((room) =>
    room.endsWith('.ts') ? escaped(room) : room === '.' ? '[^/]+' : `${escaped(room)}/[^/]+`,
  );
  return {
    name: notListed,
    severity: 'error',
    from: { path: `^${escaped(folder)}/`, pathNot: [tests, `^${escaped(folder)}/(${listed.join('|')})$`] },
    to: {},
  };
}

/** What each room may import from the rooms next to it. */
function roomRules({ folder, rooms }: Area): IForbiddenRuleType[] {
  return Object.entries(rooms).flatMap(([room, allowed]) => {
    const above = room.includes('/') ? `${room.slice(0, room.lastIndexOf('/'))}/` : '';
    const neighbours = Object.keys(rooms).filter(
      (other) =>
        other !== room &&
        other !== '.' &&
        other.startsWith(above) &&
        !other.slice(above.length).includes('/'),
    );
    const refused = neighbours.filter((other) => !allowed.includes(other));
    if (room === '.' || refused.length === 0) return [];
    return {
      name: `${room} may import ${allowed.join(', ') || 'no other room'}`,
      severity: 'error',
      from: { path: pathOf(folder, room), pathNot: tests },
      to: { path: refused.map((other) => pathOf(folder, other)) },
    };
  });
}

/** What an area may import from elsewhere. */
function outsideRules({ folder, packages, outside }: Area): IForbiddenRuleType[] {
  const from = { path: `^${escaped(folder)}/`, pathNot: tests };
  const own = `^${escaped(folder)}/`;
  const granted = outside === undefined ? [] : [`^${escaped(outside.folder)}/`];
  const nothingElse: IForbiddenRuleType = {
    name: `${folder} may import from outside only what scripts/layers/layers.ts lists`,
    severity: 'error',
    from,
    to: { pathNot: [own, ...granted, ...packages.map(packagePath)], dependencyTypesNot: ['core'] },
  };
  if (outside?.only !== 'types') return [nothingElse];
  const typesOnly: IForbiddenRuleType = {
    name: `${folder} may import types of ${outside.folder}, and no code`,
    severity: 'error',
    from,
    to: { path: granted, dependencyTypesNot: ['type-only'] },
  };
  return [nothingElse, typesOnly];
}

function pathOf(folder: string, room: string): string {
  const path = `^${escaped(`${folder}/${room}`)}`;
  return room.endsWith('.ts') ? `${path}$` : `${path}/`;
}

/** A package in node_modules, or one of this repository by its compiled entry point; by name where it is not installed. */
function packagePath(name: string): string {
  const own = /^(hotpath|fapilog)(?:\/(.+))?$/.exec(name);
  if (!own) return `(^|node_modules/)(@types/)?${escaped(name)}(/|$)`;
  const [, owner, entry] = own;
  return `^(${escaped(name)}$|packages/${owner}/dist/${entry ? `${entry}/` : ''}index\\.)`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
