/**
 * The script of a flame graph that is opened in a browser: a click zooms, Ctrl+F or "/" searches, Escape resets. Web pages do
 * not run the scripts of images, and show the graph without it. It reads only the document.
 */
export const flameScript = `
(() => {
  const svg = document.documentElement;
  const boxes = [...svg.querySelectorAll('.box')].map((group) => ({
    group,
    from: Number(group.dataset.from),
    width: Number(group.dataset.width),
    depth: Number(group.dataset.depth),
    name: group.dataset.name,
    rect: group.querySelector('rect'),
    text: group.querySelector('text'),
  }));
  const details = svg.getElementById('details');
  const field = svg.getElementById('found');
  const left = Number(svg.dataset.left);
  const space = Number(svg.dataset.space);
  const cell = Number(svg.dataset.cell);

  const label = (name, width) => {
    const cells = Math.floor((width - 6) / cell);
    if (cells < 3) return '';
    const letters = [...name];
    return letters.length <= cells ? name : letters.slice(0, cells - 1).join('') + '…';
  };
  const zoom = (box) => {
    for (const one of boxes) {
      const from = Math.max(0, (one.from - box.from) / box.width);
      const to = Math.min(1, (one.from + one.width - box.from) / box.width);
      const below = one.depth < box.depth && one.from <= box.from + 1e-12 && one.from + one.width >= box.from + box.width - 1e-12;
      const shown = below || (one.depth >= box.depth && to - from > 1e-9 && one.from >= box.from - 1e-12);
      one.group.style.display = shown ? '' : 'none';
      one.group.classList.toggle('below', below);
      if (!shown) continue;
      const whole = (to - from) * space;
      const width = whole > 2 ? whole - 0.5 : whole;
      one.rect.setAttribute('x', left + from * space);
      one.rect.setAttribute('width', width);
      one.text.setAttribute('x', left + from * space + 3);
      one.text.textContent = label(one.name, width);
    }
  };
  const search = (words) => {
    let pattern = null;
    try {
      pattern = words ? new RegExp(words, 'i') : null;
    } catch {
      field.textContent = 'not a regular expression: ' + words;
      return;
    }
    let share = 0;
    let end = -1;
    const found = boxes.filter((one) => pattern && pattern.test(one.name));
    for (const one of boxes) one.group.classList.toggle('found', found.includes(one));
    for (const one of [...found].sort((a, b) => a.from - b.from || b.width - a.width)) {
      if (one.from < end - 1e-12) continue;
      share += one.width;
      end = one.from + one.width;
    }
    field.textContent = pattern ? 'found ' + (100 * share).toFixed(1) + '%' : '';
  };
  const ask = () => {
    const words = prompt('Search for a name (regular expression):', '');
    if (words !== null) search(words);
  };
  for (const one of boxes) {
    one.group.addEventListener('click', () => zoom(one));
    one.group.addEventListener('mouseover', () => {
      details.textContent = one.group.querySelector('title').textContent.replace('\\n', ', ');
    });
    one.group.addEventListener('mouseout', () => {
      details.textContent = '';
    });
  }
  svg.getElementById('search').addEventListener('click', ask);
  svg.getElementById('reset').addEventListener('click', () => zoom(boxes[0]));
  addEventListener('keydown', (event) => {
    if (event.key === '/' || ((event.ctrlKey || event.metaKey) && event.key === 'f')) {
      event.preventDefault();
      ask();
    } else if (event.key === 'Escape') {
      zoom(boxes[0]);
      search('');
    }
  });
})();`;
