'use strict';

/*
 * Makes the choice of a day of referrers and paths a slider: <section data-sources="/api/v1/repositories/7"> with a form of
 * a select of days, and tables data-list="referrers" and "paths"; data-words holds the texts, as JSON. Without script the form asks for the page of that day.
 */
(() => {
  const number = new Intl.NumberFormat(document.documentElement.lang || undefined);
  const SVG = 'http://www.w3.org/2000/svg';

  const cell = (text, name = 'td') => {
    const created = document.createElement(name);
    created.textContent = text;
    if (name === 'td') created.className = 'number';
    return created;
  };

  function bar(share) {
    const svg = document.createElementNS(SVG, 'svg');
    const rect = svg.appendChild(document.createElementNS(SVG, 'rect'));
    svg.setAttribute('aria-hidden', 'true');
    for (const [name, value] of [['width', `${share}%`], ['height', '100%'], ['rx', '4']]) rect.setAttribute(name, value);
    return svg;
  }

  /** Lets a path break behind its slashes, rather than within a word. */
  function breakable(path) {
    path.replaceChildren(...path.textContent.split(/(?<=\/)/).flatMap(part => [part, document.createElement('wbr')]));
  }

  function line(item, most, pages) {
    const row = document.createElement('tr');
    const head = row.appendChild(cell('', 'th'));
    head.scope = 'row';
    const name = document.createElement(item.path === undefined ? 'span' : 'a');
    name.textContent = item.path ?? item.referrer;
    if (item.path !== undefined) {
      name.href = pages + item.path.replace(/^\/+/, '');
      name.title = item.title;
      name.rel = 'noopener';
      breakable(name);
    }
    head.append(bar(most === 0 ? 0 : Math.round(100 * item.count / most)), name);
    row.append(cell(number.format(item.count)), cell(number.format(item.uniques)));
    return row;
  }

  function nothing(text) {
    const row = document.createElement('tr');
    row.className = 'missing';
    Object.assign(row.appendChild(cell(text)), { colSpan: 3, className: '' });
    return row;
  }

  /** Shows a list; no items are a list that was not collected. */
  function show(table, items, { pages, none, missing }) {
    if (!items) {
      table.tBodies[0].replaceChildren(nothing(missing));
      return;
    }
    const most = Math.max(0, ...items.map(item => item.count));
    table.tBodies[0].replaceChildren(...(items.length ? items.map(item => line(item, most, pages)) : [nothing(none)]));
  }

  function slide(section) {
    const form = section.querySelector('form.snapshot');
    const select = form?.querySelector('select');
    if (!select) return;
    const words = JSON.parse(section.dataset.words);
    const days = [...select.options].map(option => option.value);
    const names = [...select.options].map(option => option.text);
    const tables = [...section.querySelectorAll('table[data-list]')];
    let asking = null;

    const slider = document.createElement('input');
    Object.assign(slider, { type: 'range', id: select.id, min: 0, max: days.length - 1, step: 1, value: select.selectedIndex });
    const day = document.createElement('output');
    const say = () => {
      day.textContent = names[slider.value];
      slider.setAttribute('aria-valuetext', names[slider.value]);
    };

    async function load() {
      const on = days[slider.value];
      asking?.abort();
      asking = new AbortController();
      const { signal } = asking;
      try {
        const lists = await Promise.all(tables.map(async table => {
          const answer = await fetch(`${section.dataset.sources}/${table.dataset.list}?from=${on}&to=${on}`, { signal, headers: { Accept: 'application/json' } });
          if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
          return answer.json();
        }));
        tables.forEach((table, i) => show(table, lists[i].snapshots[0]?.items, { pages: section.dataset.pages, ...words }));
        const address = new URL(location.href);
        address.searchParams.set('on', on);
        history.replaceState(history.state, '', address);
      } catch (problem) {
        if (problem.name === 'AbortError') return;
        console.warn('The lists could not be loaded:', problem.message);
        tables.forEach(table => table.tBodies[0].replaceChildren(nothing(words.notLoaded)));
      }
    }

    slider.addEventListener('input', () => { say(); load(); });
    form.addEventListener('submit', event => event.preventDefault());
    form.querySelector('button').remove();
    select.replaceWith(slider);
    form.querySelector('label').append(' ', day);
    form.classList.add('slides');
    say();
  }

  document.querySelectorAll('table[data-list=paths] tbody a').forEach(breakable);
  document.querySelectorAll('[data-sources]').forEach(slide);
})();
