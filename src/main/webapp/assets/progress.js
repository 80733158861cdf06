'use strict';

/*
 * Follows a running collection: <section data-run="/api/v1/collections/7">. Asks each second while the tab is visible,
 * less often while the server does not answer, and reloads the page once when the collection has ended.
 */
(() => {
  const SECOND = 1000;
  const LONGEST = 30 * SECOND;

  function follow(section) {
    const bar = section.querySelector('progress');
    const number = new Intl.NumberFormat(document.documentElement.lang || undefined);
    let pause = SECOND;
    let timer = null;
    let ended = false;

    const write = (field, value) => {
      const text = number.format(value);
      section.querySelectorAll(`[data-field="${field}"]`).forEach(place => {
        if (place.textContent !== text) place.textContent = text;
      });
    };

    function show({ total, done, failed }) {
      bar.max = Math.max(1, total);
      bar.value = done + failed;
      write('done', done);
      write('total', total);
      write('failed', failed);
      section.querySelectorAll('[data-when="failed"]').forEach(place => { place.hidden = failed === 0; });
    }

    function reloadOnce(id) {
      const key = `collection ${id} seen to its end`;
      if (sessionStorage.getItem(key)) return;
      sessionStorage.setItem(key, 'yes');
      location.reload();
    }

    async function ask() {
      timer = null;
      try {
        const answer = await fetch(section.dataset.run, { headers: { Accept: 'application/json' }, cache: 'no-store' });
        if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
        const run = await answer.json();
        show(run);
        pause = SECOND;
        if (run.finishedAt) {
          ended = true;
          reloadOnce(run.id);
        }
      } catch (problem) {
        console.warn('The progress is not known at the moment:', problem.message);
        pause = Math.min(2 * pause, LONGEST);
      }
      plan();
    }

    function plan() {
      if (!ended && timer === null && !document.hidden) timer = setTimeout(ask, pause);
    }

    document.addEventListener('visibilitychange', () => {
      if (document.hidden) {
        clearTimeout(timer);
        timer = null;
      } else {
        pause = SECOND;
        plan();
      }
    });
    plan();
  }

  document.querySelectorAll('[data-run]').forEach(follow);
})();
