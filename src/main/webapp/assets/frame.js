'use strict';

/*
 * What each page has around it. The search: / leads to it, and while somebody writes it suggests what the page of results would show, as a
 * combobox with a listbox; data-words of the form holds the texts, as JSON. What scrolls sideways shows what is chosen in it, and has
 * data-more="before after" where there is more. Keys: ? opens the list of them, and a key follows the link, or
 * opens the part, that carries it as data-key="W" or data-key="Escape". Escape closes an open menu or question first, and a click
 * beside a menu closes that. No key acts while somebody writes, with a modifier, or when keys are switched off in their list.
 * Without script the form leads to the page of results, and all the rest is there to be clicked.
 */
(() => {
  const PAUSE = 150;
  const MOST = { Repository: 8, Page: 4 };
  const STORE = 'keys';

  const writing = target => target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') != null;
  const root = document.documentElement;

  class Search {
    constructor(form) {
      this.form = form;
      this.words = JSON.parse(form.dataset.words);
      this.field = form.querySelector('input');
      this.list = form.appendChild(document.createElement('ul'));
      this.status = form.appendChild(document.createElement('span'));
      this.list.id = 'suggestions';
      this.list.className = 'suggestions';
      this.list.setAttribute('role', 'listbox');
      this.list.setAttribute('aria-label', this.words.label);
      this.list.hidden = true;
      this.status.className = 'hidden';
      this.status.setAttribute('role', 'status');
      const combobox = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id };
      Object.entries(combobox).forEach(([name, value]) => this.field.setAttribute(name, value));
      this.field.addEventListener('input', () => this.wait());
      this.field.addEventListener('keydown', event => this.key(event));
      this.field.addEventListener('blur', () => this.close());
      this.list.addEventListener('mousedown', event => event.preventDefault());
      this.list.addEventListener('click', event => this.go(event.target.closest('[role=option]')));
    }

    focus() {
      this.field.focus();
      this.field.select();
    }

    wait() {
      clearTimeout(this.timer);
      this.asking?.abort();
      if (this.field.value.trim() === '') this.close();
      else this.timer = setTimeout(() => this.ask(this.field.value.trim()), PAUSE);
    }

    async ask(text) {
      this.asking = new AbortController();
      try {
        const address = `${this.form.action}?q=${encodeURIComponent(text)}`;
        const answer = await fetch(address, { signal: this.asking.signal, redirect: 'error' });
        if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
        this.show(new DOMParser().parseFromString(await answer.text(), 'text/html'), text);
      } catch (problem) {
        if (problem.name === 'AbortError') return;
        console.warn('Nothing can be suggested at the moment:', problem.message);
        this.close();
      }
    }

    show(results, text) {
      const hits = Object.entries(MOST).flatMap(([kind, most]) =>
        [...results.querySelectorAll(`[data-hit="${kind}"]`)].slice(0, most)
          .map(link => ({ kind: this.words[kind], text: link.textContent, address: link.getAttribute('href') })));
      const all = { kind: this.words.all, text: this.words.quoted.replace('{0}', () => text), address: `/search?q=${encodeURIComponent(text)}` };
      this.list.replaceChildren(...[...hits, all].map((hit, i) => this.option(hit, i)));
      this.open(true);
      this.status.textContent = hits.length === 1 ? this.words.one : this.words.many.replace('{0}', hits.length);
    }

    option(hit, i) {
      const option = document.createElement('li');
      option.id = `suggestion-${i}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.address = hit.address;
      for (const [name, text] of [['span', hit.text], ['small', hit.kind]]) {
        option.appendChild(document.createElement(name)).textContent = text;
      }
      option.insertBefore(document.createTextNode(' '), option.lastChild);
      return option;
    }

    open(open) {
      this.list.hidden = !open;
      this.field.setAttribute('aria-expanded', String(open));
      this.choose(null);
    }

    close() {
      clearTimeout(this.timer);
      this.asking?.abort();
      this.open(false);
      this.status.textContent = '';
    }

    choose(option) {
      this.chosen?.setAttribute('aria-selected', 'false');
      this.chosen = option;
      if (option) {
        option.setAttribute('aria-selected', 'true');
        option.scrollIntoView({ block: 'nearest' });
        this.field.setAttribute('aria-activedescendant', option.id);
      } else {
        this.field.removeAttribute('aria-activedescendant');
      }
    }

    go(option) {
      if (option) location.assign(option.dataset.address);
    }

    key(event) {
      if (event.isComposing) return;
      const options = [...this.list.children];
      const at = options.indexOf(this.chosen);
      if (event.key === 'Escape') {
        if (this.list.hidden) this.field.blur();
        else this.close();
      } else if (event.key === 'Enter' && this.chosen) {
        this.go(this.chosen);
      } else if (event.key === 'ArrowDown' && !this.list.hidden) {
        this.choose(options[(at + 1) % options.length]);
      } else if (event.key === 'ArrowUp' && !this.list.hidden) {
        this.choose(options[(at < 1 ? options.length : at) - 1]);
      } else {
        return;
      }
      event.preventDefault();
    }
  }

  /** The list of keys, and whether keys are used at all. */
  function keys(dialog, opener) {
    const used = dialog.querySelector('input[type=checkbox]');
    const use = on => { root.dataset.keys = on ? 'on' : 'off'; };
    use(localStorage.getItem(STORE) !== 'off');
    used.checked = root.dataset.keys === 'on';
    used.addEventListener('change', () => {
      use(used.checked);
      localStorage.setItem(STORE, root.dataset.keys);
    });
    opener.hidden = false;
    opener.addEventListener('click', () => dialog.showModal());
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  }

  const search = new Search(document.querySelector('form.search'));
  const dialog = document.getElementById('keys');
  keys(dialog, document.querySelector('[data-opens=keys]'));

  const menus = () => [...document.querySelectorAll('details.menu[open]')];

  function close(part) {
    const inside = part.contains(document.activeElement);
    part.open = false;
    if (inside) part.querySelector('summary').focus();
  }

  /** Whether something carried the key. */
  function follow(key) {
    const place = [...document.querySelectorAll('[data-key]')].find(one => one.dataset.key === key);
    place?.click();
    place?.closest('details[open]')?.querySelector('.panel input:not([type=hidden]), .panel a')?.focus();
    return place !== undefined;
  }

  /** Whether the key does anything. */
  function press(event) {
    const open = [...document.querySelectorAll(':is(details.menu, details.ask)[open]')];
    if (event.key === 'Escape' && open.length > 0) {
      open.forEach(close);
      return true;
    }
    if (root.dataset.keys === 'off' || writing(event.target)) return false;
    if (event.key === '/') search.focus();
    else if (event.key === '?') dialog.showModal();
    else return !event.repeat && follow(event.key.length === 1 ? event.key.toUpperCase() : event.key);
    return true;
  }

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!document.querySelector('dialog[open]') && press(event)) event.preventDefault();
  });

  document.addEventListener('click', event => menus().filter(menu => !menu.contains(event.target)).forEach(menu => { menu.open = false; }));
  document.addEventListener('toggle', event => {
    if (event.target.matches?.('details.menu[open]')) menus().filter(menu => menu !== event.target).forEach(menu => { menu.open = false; });
  }, true);

  /** A button that copies what data-copies names, or selects it where the browser does not let it be copied. */
  function copies(button) {
    const copied = document.getElementById(button.dataset.copies);
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(copied.textContent);
        button.textContent = button.dataset.copied;
      } catch (problem) {
        getSelection().selectAllChildren(copied);
      }
    });
  }
  if (navigator.clipboard) document.querySelectorAll('[data-copies]').forEach(copies);

  /** Says that a form that takes long is on its way, and sends it once. */
  function waits(form) {
    const status = form.querySelector('[role=status]');
    form.addEventListener('submit', event => {
      if (status.textContent) event.preventDefault();
      status.textContent = form.dataset.waits;
    });
    addEventListener('pageshow', () => { status.textContent = ''; });
  }
  document.querySelectorAll('form[data-waits]').forEach(waits);

  /** Tells on which sides of what scrolls sideways there is more. */
  function tell(part) {
    const before = part.scrollLeft > 1;
    const after = part.scrollLeft + part.clientWidth < part.scrollWidth - 1;
    part.dataset.more = `${before ? 'before' : ''} ${after ? 'after' : ''}`.trim();
  }

  /** Scrolls to what is chosen in a line of links. */
  function showChosen(line) {
    const chosen = line.matches('.scroll') ? null : line.querySelector('[aria-current=page], [aria-current=true]');
    if (!chosen) return;
    const [inside, around] = [chosen, line].map(part => part.getBoundingClientRect());
    line.scrollLeft += (inside.left + inside.right - around.left - around.right) / 2;
  }

  const resized = new ResizeObserver(parts => parts.forEach(({ target }) => { showChosen(target); tell(target); }));
  document.querySelectorAll('header nav ul, .presets, .scroll').forEach(part => {
    resized.observe(part);
    part.addEventListener('scroll', () => tell(part), { passive: true });
  });
})();
