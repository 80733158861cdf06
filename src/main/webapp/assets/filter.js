'use strict';

/*
 * Filters a long list by what its items are called: <div data-filter="found" hidden> with an input of type search belongs
 * to <ul id="found">, whose items have an element of class name. Without script the field stays hidden.
 */
(() => {
  function filter(place) {
    const input = place.querySelector('input');
    const items = [...document.getElementById(place.dataset.filter).children]
      .map(item => ({ item, name: item.querySelector('.name').textContent.toLowerCase() }));
    if (items.length < 2) return;

    const apply = () => {
      const wanted = input.value.trim().toLowerCase();
      items.forEach(({ item, name }) => { item.hidden = !name.includes(wanted); });
    };
    input.addEventListener('input', apply);
    input.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
    place.hidden = false;
    apply();
  }

  document.querySelectorAll('[data-filter]').forEach(filter);
})();
