'use strict';

/*
 * Keys: a key follows the link, or opens the part, that carries it as data-key="W" or data-key="Escape"; not while somebody
 * writes, and not with a modifier. Escape closes an open menu or question first, and a click beside a menu closes that.
 * Without script all of them are there to be clicked.
 */
(() => {
  const writing = target => target.closest('input, textarea, select, [contenteditable]') !== null;
  const menus = () => [...document.querySelectorAll('details.menu[open]')];

  function close(part) {
    const inside = part.contains(document.activeElement);
    part.open = false;
    if (inside) part.querySelector('summary').focus();
  }

  function follow(place) {
    place.click();
    place.closest('details[open]')?.querySelector('.panel input:not([type=hidden]), .panel a')?.focus();
  }

  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    const open = [...document.querySelectorAll(':is(details.menu, details.ask)[open]')];
    if (event.key === 'Escape' && open.length > 0) {
      open.forEach(close);
      event.preventDefault();
      return;
    }
    if (writing(event.target) || document.documentElement.dataset.keys === 'off') return;
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    const place = [...document.querySelectorAll('[data-key]')].find(one => one.dataset.key === key);
    if (place) {
      event.preventDefault();
      follow(place);
    }
  });

  document.addEventListener('click', event => menus().filter(menu => !menu.contains(event.target)).forEach(menu => { menu.open = false; }));
  document.addEventListener('toggle', event => {
    if (event.target.matches?.('details.menu[open]')) menus().filter(menu => menu !== event.target).forEach(menu => { menu.open = false; });
  }, true);

  document.querySelectorAll('.presets').forEach(list => {
    const current = list.querySelector('[aria-current=true]');
    if (current) list.scrollLeft = current.offsetLeft - (list.clientWidth - current.offsetWidth) / 2;
  });
})();
