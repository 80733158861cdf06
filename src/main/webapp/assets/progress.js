'use strict';

/*
 * Follows a running collection: <section data-run="/api/v1/collections/7">. Asks each second while the tab is visible, less
 * often while the server does not answer. When the collection no longer runs it reloads the page, once, unless somebody has
 * written something there: then it shows what has the attribute data-ended.
 */
(() => {
  const SECOND = 1000;
  const LONGEST = 30 * SECOND;
  const WRITTEN = 'textarea, input:is([type=text], [type=email], [type=url], [type=date], [type=password], :not([type]))';

  const written = () => [...document.querySelectorAll(WRITTEN)].some(field => field.value !== field.defaultValue);

  function follow(section) {
    const bar = section.querySelector('progress');
    const number = new Intl.NumberFormat(document.documentElement.lang || undefined);
    let pause = SECOND;
    let timer = null;
    let ended = false;

    function show(run) {
      bar.max = Math.max(1, run.total);
      bar.value = run.done + run.failed;
      section.querySelectorAll('[data-field]').forEach(place => { place.textContent = number.format(run[place.dataset.field]); });
    }

    function end({ id }) {
      ended = true;
      const key = `collection ${id} seen to its end`;
      if (written()) {
        section.querySelector('[data-ended]').hidden = false;
      } else if (!sessionStorage.getItem(key)) {
        sessionStorage.setItem(key, 'yes');
        location.reload();
      }
    }

    async function ask() {
      timer = null;
      try {
        const answer = await fetch(section.dataset.run, { headers: { Accept: 'application/json' }, cache: 'no-store' });
        if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
        const run = await answer.json();
        show(run);
        pause = SECOND;
        if (run.state !== 'running') end(run);
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
