'use strict';

/*
 * Draws <figure class="chart" data-src="…/traffic?from=…&to=…&interval=day"> with uPlot, in UTC days.
 * A point that was never collected is a gap, a quiet day is zero, and the way to a day that is not over is dashed.
 * The table on the page holds the same numbers for everyone who cannot see the chart.
 */
(() => {
  const SERIES = [
    { key: 'views', label: 'Views', width: 2 },
    { key: 'visitors', label: 'Unique visitors', width: 1.5 },
    { key: 'clones', label: 'Clones', width: 2 },
    { key: 'cloners', label: 'Unique cloners', width: 1.5 },
  ];
  const DAY = 86400;
  const WHOLE_STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(power => [1, 2, 5].map(step => step * 10 ** power));
  const LOCALE = document.documentElement.lang || undefined;

  const number = new Intl.NumberFormat(LOCALE);
  const compact = new Intl.NumberFormat(LOCALE, { notation: 'compact' });
  const utc = options => {
    const format = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', ...options });
    return seconds => format.format(seconds * 1000);
  };
  const fullDay = utc({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const shortDay = utc({ day: 'numeric', month: 'short' });
  const month = utc({ month: 'short' });
  const monthAndYear = utc({ month: 'short', year: 'numeric' });
  const year = utc({ year: 'numeric' });

  const naming = {
    day: fullDay,
    week: seconds => `Week of ${fullDay(seconds)}`,
    month: monthAndYear,
  };

  const element = (name, className, text = '') => {
    const created = document.createElement(name);
    created.className = className;
    created.textContent = text;
    return created;
  };

  class Chart {
    constructor(figure) {
      this.figure = figure;
      this.hidden = new Set();
      this.plot = figure.appendChild(element('div', 'plot'));
      this.plot.setAttribute('role', 'img');
      this.plot.setAttribute('aria-label', 'The chart is being loaded.');
      this.legend();
    }

    /** Buttons below the chart: each shows its value and hides or shows its line. */
    legend() {
      const legend = this.figure.appendChild(element('figcaption', ''));
      this.time = legend.appendChild(element('time', ''));
      this.values = SERIES.map(({ key, label }, i) => {
        const button = legend.appendChild(element('button', `series ${key}`));
        button.type = 'button';
        button.setAttribute('aria-pressed', 'true');
        button.append(element('span', '', label));
        button.addEventListener('click', () => this.toggle(i, button));
        return button.appendChild(element('strong', '', '–'));
      });
    }

    toggle(i, button) {
      const show = this.hidden.delete(i) || !this.hidden.add(i);
      button.setAttribute('aria-pressed', String(show));
      if (this.uplot) {
        this.uplot.setSeries(i + 1, { show });
        this.uplot.setSeries(i + 1 + SERIES.length, { show });
      }
    }

    async load() {
      try {
        const answer = await fetch(this.figure.dataset.src, { headers: { Accept: 'application/json' } });
        if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
        this.show(await answer.json());
      } catch (problem) {
        console.error(problem);
        this.say('The chart could not be loaded. Nothing is lost: the table below has the same numbers. Reload the page to try again.');
      }
    }

    say(sentence) {
      this.plot.removeAttribute('role');
      this.plot.removeAttribute('aria-label');
      this.plot.removeAttribute('tabindex');
      this.plot.replaceChildren(element('p', '', sentence));
      this.figure.querySelector('figcaption').hidden = true;
    }

    show({ repository, interval, points }) {
      this.points = points;
      this.name = naming[interval] || fullDay;
      this.days = points.map(point => Date.parse(`${point.date}T00:00:00Z`) / 1000);
      this.rest = points.findLastIndex(point => !point.partial && point.views !== null);
      if (this.rest < 0) this.rest = points.findLastIndex(point => point.views !== null);
      if (this.rest < 0) {
        this.say('Nothing was collected in this range.');
        return;
      }
      this.plot.setAttribute('aria-label', this.summary(repository, interval));
      this.plot.tabIndex = 0;
      this.plot.addEventListener('keydown', event => this.move(event));
      this.plot.addEventListener('blur', () => this.uplot.setCursor({ left: -10, top: -10 }));
      this.draw();
      new ResizeObserver(() => this.uplot.setSize(this.size())).observe(this.plot);
      for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', 'print']) {
        matchMedia(query).addEventListener('change', () => this.draw());
      }
    }

    summary(repository, interval) {
      const collected = this.points.filter(point => point.views !== null);
      const sum = key => number.format(collected.reduce((total, point) => total + (point[key] ?? 0), 0));
      const highest = this.points.reduce((best, point, i) => (point.views > (this.points[best].views ?? -1) ? i : best), 0);
      const missing = this.points.length - collected.length;
      return `Line chart of the traffic${typeof repository === 'string' ? ` of ${repository}` : ''} by ${interval || 'day'}, `
        + `${fullDay(this.days[0])} to ${fullDay(this.days.at(-1))}: ${sum('views')} views and ${sum('clones')} clones; `
        + `most views ${this.name(this.days[highest])} with ${number.format(this.points[highest].views)}. `
        + (missing ? `${number.format(missing)} of ${number.format(this.points.length)} not collected. ` : '')
        + 'The table below has the same numbers.';
    }

    size() {
      return { width: this.plot.clientWidth, height: this.plot.clientHeight };
    }

    /** Whole points make the lines; a partial point and the one before it make the dashed tails. */
    data() {
      const whole = SERIES.map(({ key }) => this.points.map(point => (point.partial ? null : point[key] ?? null)));
      const tails = SERIES.map(({ key }) => this.points.map((point, i) =>
        point.partial || this.points[i + 1]?.partial ? point[key] ?? null : null));
      return [this.days, ...whole, ...tails];
    }

    draw() {
      this.uplot?.destroy();
      const style = getComputedStyle(this.figure);
      const colour = name => style.getPropertyValue(`--${name}`).trim();
      const font = `12px ${style.fontFamily}`;
      const thin = this.points.length > 500;
      const line = ({ key, width }, i, rest) => ({
        stroke: colour(key), width: thin ? 1 : width, show: !this.hidden.has(i), points: { filter: alone, size: width + 4, fill: colour(key) }, ...rest,
      });
      this.uplot = new uPlot({
        ...this.size(),
        padding: [12, 26, 0, 0],
        legend: { show: false },
        cursor: { y: false, points: { size: 8 }, drag: { x: true, y: false } },
        scales: {
          x: { time: false, range: (u, min, max) => (this.days.length > 1 ? [min, max] : [this.days[0] - DAY, this.days[0] + DAY]) },
          y: { range: (u, min, max) => [0, Math.max(4, Math.ceil((max ?? 0) * 1.05))] },
        },
        axes: [
          { font, stroke: colour('muted'), size: 30, gap: 8, grid: { show: false }, ticks: { stroke: colour('line'), size: 4 }, splits: days, values: dayLabels },
          {
            font, stroke: colour('muted'), gap: 8, size: (u, labels) => 14 + 7 * Math.max(2, ...(labels || []).map(label => label.length)),
            grid: { stroke: colour('line'), width: 1 }, ticks: { show: false }, space: 44,
            incrs: WHOLE_STEPS, values: (u, ys) => ys.map(y => (y < 10000 ? number : compact).format(y)),
          },
        ],
        series: [
          {},
          ...SERIES.map((series, i) => line(series, i, i === 0 ? { fill: colour('views-fill') } : {})),
          ...SERIES.map((series, i) => line(series, i, { dash: [3, 4] })),
        ],
        hooks: { setCursor: [u => this.tell(u.cursor.idx)] },
      }, this.data(), this.plot);
      this.tell(null);
    }

    /** Writes the day under the pointer, or the latest whole day, into the legend. */
    tell(index) {
      this.at = index ?? null;
      const i = index ?? this.rest;
      const point = this.points[i];
      const remark = point.partial ? ' (partial)' : point.views === null ? ' (not collected)' : '';
      this.time.dateTime = point.date;
      this.time.textContent = this.name(this.days[i]) + remark;
      SERIES.forEach(({ key }, s) => {
        this.values[s].textContent = point[key] === null || point[key] === undefined ? '–' : number.format(point[key]);
      });
    }

    /** Arrow keys walk through the days as the pointer does. */
    move(event) {
      const last = this.points.length - 1;
      const from = this.at ?? this.rest;
      const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last, PageUp: from - 7, PageDown: from + 7 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const left = this.uplot.valToPos(this.days[Math.min(last, Math.max(0, to))], 'x');
      this.uplot.setCursor({ left, top: 0 });
    }
  }

  /** Points without a neighbour on either side have no line, so they are shown as dots. */
  function alone(u, series) {
    const values = u.data[series];
    const tail = series > SERIES.length;
    return values.flatMap((value, i) =>
      value !== null && (tail ? i === values.length - 1 : values[i - 1] == null && values[i + 1] == null) ? [i] : []);
  }

  /** Places of the labels on the time axis: days, firsts of months or firsts of years, as many as fit. */
  function days(u, axis, min, max) {
    const most = Math.max(2, Math.floor(u.bbox.width / devicePixelRatio / 56));
    const span = (max - min) / DAY;
    const step = [1, 2, 4, 7, 14].find(candidate => span / candidate < most);
    if (step) {
      const places = [];
      for (let at = max; at >= min; at -= step * DAY) places.unshift(at);
      return places;
    }
    const months = [1, 2, 3, 6, 12, 24, 60, 120].find(candidate => span / 30.4 / candidate < most) || 240;
    const places = [];
    const first = new Date(min * 1000);
    let index = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth() + (first.getUTCDate() > 1 ? 1 : 0)) / months) * months;
    for (let at; (at = Date.UTC(Math.floor(index / 12), index % 12) / 1000) <= max; index += months) places.push(at);
    return places;
  }

  function dayLabels(u, places) {
    const step = places.length > 1 ? (places[1] - places[0]) / DAY : 1;
    if (step < 28) return places.map(shortDay);
    if (step > 360) return places.map(year);
    return places.map(at => (new Date(at * 1000).getUTCMonth() === 0 ? year : month)(at));
  }

  document.querySelectorAll('figure.chart[data-src]').forEach(figure => new Chart(figure).load());
})();
