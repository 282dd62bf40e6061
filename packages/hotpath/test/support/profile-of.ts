import type { Profile } from '../../src/model/profiles/profile.js';
import { createProfileBuilder, root } from '../../src/profiles/tree/profile-builder.js';

/** A profile of stacks of names, with weights in samples. "NAME@FILE" gives a name its file. */
export function profileOf(stacks: Readonly<Record<string, number>>, separator = ' '): Profile {
  const builder = createProfileBuilder('samples');
  for (const [stack, weight] of Object.entries(stacks)) {
    let node = root;
    for (const text of stack.split(separator)) {
      const [name = '', file = ''] = text.split('@');
      const line = file === '' ? 0 : 1;
      node = builder.child(node, builder.functionOf({ name, file, line, column: 0 }));
    }
    builder.add(node, weight, weight);
  }
  return builder.build();
}
