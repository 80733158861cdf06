'use strict';

/*
 * Draws <figure class="chart" data-table="…" data-lines="…"> with uPlot: a line for each column of the table on the page, in
 * the colour, dashes and mark that the list of repositories shows. A point that was never collected is a gap, and the way to
 * one that is not over, or not seen whole, is dotted. The table holds the same numbers for everyone who cannot see the chart.
 * data-words holds the texts, as JSON, data-title heads the picture, and data-unseen says that what is missing may be a week that was not seen whole.
 */
(() => {
  const DAY = 86400;
  const WHOLE_STEPS = Array.from({ length: 14 }, (_, power) => power).flatMap(power => [1, 2, 5].map(step => step * 10 ** power));
  const MARKED = 56;
  const LOCALE = document.documentElement.lang || undefined;
  const number = new Intl.NumberFormat(LOCALE);
  const compact = new Intl.NumberFormat(LOCALE, { notation: 'compact' });
  const utc = options => {
    const format = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', ...options });
    return seconds => format.format(seconds * 1000);
  };
  const fullDay = utc({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const shortDay = utc({ day: 'numeric', month: 'short' });
  const monthAndYear = utc({ month: 'short', year: 'numeric' });
  const longMonth = utc({ month: 'long', year: 'numeric' });

  /** A text with what belongs into its places. */
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

  class Chart {
    constructor(figure) {
      this.figure = figure;
      this.words = JSON.parse(figure.dataset.words);
      this.name = { week: at => fill(this.words.weekOf, fullDay(at)), month: longMonth }[figure.dataset.interval] ?? fullDay;
      this.read(document.getElementById(figure.dataset.table));
      this.items = [...document.getElementById(figure.dataset.lines).children];
      this.plot = figure.appendChild(document.createElement('div'));
      this.plot.className = 'plot';
      this.plot.tabIndex = 0;
      this.plot.setAttribute('role', 'application');
      this.plot.setAttribute('aria-roledescription', this.words.role);
      this.plot.setAttribute('aria-label', this.summary());
      this.plot.addEventListener('keydown', event => this.move(event));
      this.plot.addEventListener('blur', () => this.leave());
      this.live = figure.appendChild(document.createElement('div'));
      this.live.className = 'hidden';
      this.live.setAttribute('aria-live', 'polite');
      this.legend();
      this.draw();
      this.exports();
      new ResizeObserver(() => this.uplot.setSize(this.size())).observe(this.plot);
      for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', 'print']) {
        matchMedia(query).addEventListener('change', () => this.draw());
      }
    }

    read(table) {
      const rows = [...table.tBodies[0].rows].reverse();
      this.names = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim());
      this.times = rows.map(row => Date.parse(`${row.querySelector('time').dateTime}T00:00:00Z`) / 1000);
      this.values = this.names.map((name, i) => rows.map(row => {
        const { value } = row.cells[i + 1].dataset;
        return value === undefined || value === '' ? null : Number(value);
      }));
      this.partial = this.names.map((name, i) => rows.map(row => row.cells[i + 1].dataset.partial === 'true'));
    }

    summary() {
      const sums = this.names.map((name, i) => {
        const known = this.values[i].filter(value => value !== null);
        return known.length === 0 ? fill(this.figure.dataset.unseen === 'true' ? this.words.unseen : this.words.none, name) : fill(this.words.most, name, number.format(Math.max(...known)));
      });
      return fill(this.words.summary, this.name(this.times[0]), this.name(this.times.at(-1)), sums.join('; '));
    }

    /** Below the chart: the day under the pointer, and what each line has there. */
    legend() {
      const caption = this.figure.appendChild(document.createElement('figcaption'));
      this.time = caption.appendChild(document.createElement('time'));
      const list = caption.appendChild(document.createElement('ul'));
      list.className = 'told';
      this.told = this.names.map((name, i) => {
        const item = list.appendChild(document.createElement('li'));
        item.className = this.items[i].className;
        item.append(this.items[i].querySelector('svg').cloneNode(true), name);
        return item.appendChild(document.createElement('strong'));
      });
    }

    /** The button for a picture needs the script. */
    exports() {
      const button = this.figure.parentElement.querySelector('[data-picture]');
      button.hidden = false;
      button.addEventListener('click', async () => {
        const { savePicture } = await import(button.dataset.picture);
        savePicture({
          figure: this.figure,
          drawn: this.uplot.ctx.canvas,
          title: fill(this.words.titleOf, this.figure.dataset.title, this.name(this.times[0]), this.name(this.times.at(-1))),
          legend: this.names.map((label, i) => ({ colour: this.looks[i].stroke, label })),
          file: this.figure.dataset.title,
        });
      });
    }

    size() {
      return { width: this.plot.clientWidth, height: this.plot.clientHeight };
    }

    /** Whole points make the lines; a partial point and the ones beside it make the dotted tails. */
    lines() {
      const whole = this.values.map((values, line) => values.map((value, i) => (this.partial[line][i] ? null : value)));
      const tails = this.values.map((values, line) => {
        const partial = this.partial[line];
        return values.map((value, i) => (partial[i] || partial[i + 1] || partial[i - 1] ? value : null));
      });
      return [...whole, ...tails];
    }

    draw() {
      const size = this.size(); // Without a canvas the figure may have none.
      this.uplot?.destroy();
      const style = getComputedStyle(this.figure);
      const colour = name => style.getPropertyValue(`--${name}`).trim();
      this.looks = this.items.map(item => {
        const own = getComputedStyle(item);
        const dashes = own.getPropertyValue('--dashes').trim();
        return {
          stroke: own.getPropertyValue('--stroke').trim(),
          dash: dashes === 'none' ? [] : dashes.split(' ').map(Number),
          mark: new Path2D(item.querySelector('.mark').getAttribute('d')),
        };
      });
      this.surface = colour('surface');
      const font = `12px ${style.fontFamily}`;
      const first = this.times[0];
      this.uplot = new uPlot({
        ...size,
        padding: [12, 26, 0, 0],
        legend: { show: false },
        cursor: { y: false, points: { size: 8 }, drag: { x: true, y: false } },
        scales: {
          x: { time: false, range: (u, min, max) => (this.times.length > 1 ? [min, max] : [first - DAY, first + DAY]) },
          y: { range: (u, min, max) => [0, Math.max(4, Math.ceil((max ?? 0) * 1.05))] },
        },
        axes: [
          {
            font, stroke: colour('muted'), size: 30, gap: 8, grid: { show: false }, ticks: { stroke: colour('line'), size: 4 },
            splits: (u, axis, min, max) => this.places(u, min, max), values: (u, places) => places.map(this.label(places)),
          },
          {
            font, stroke: colour('muted'), gap: 8, size: (u, labels) => 14 + 7 * Math.max(2, ...(labels || []).map(label => label.length)),
            grid: { stroke: colour('line'), width: 1 }, ticks: { show: false }, space: 44, incrs: WHOLE_STEPS,
            values: (u, ys) => ys.map(y => (y < 10000 ? number : compact).format(y)),
          },
        ],
        series: [
          {},
          ...this.looks.map(({ stroke, dash }) => ({ stroke, dash, width: 2, points: { show: false } })),
          ...this.looks.map(({ stroke }) => ({ stroke, dash: [2, 4], width: 2, points: { show: false } })),
        ],
        hooks: { setCursor: [u => this.tell(u.cursor.idx)], draw: [u => this.marks(u)] },
      }, [this.times, ...this.lines()], this.plot);
      this.tell(null);
    }

    /** The mark of each line, not closer than it can be told, not on the same days as the others', and where it is alone. */
    marks(u) {
      const ratio = devicePixelRatio;
      const step = Math.max(1, Math.round(MARKED * ratio * this.times.length / u.bbox.width));
      u.ctx.save();
      this.looks.forEach(({ stroke, mark }, line) => {
        const values = this.values[line];
        u.ctx.fillStyle = stroke;
        u.ctx.strokeStyle = this.surface;
        values.forEach((value, i) => {
          const alone = (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null;
          if (value === null || !alone && i % step !== line % step) return;
          const x = u.valToPos(this.times[i], 'x', true);
          if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) return;
          u.ctx.save();
          u.ctx.translate(x, u.valToPos(value, 'y', true));
          u.ctx.scale(ratio, ratio);
          u.ctx.fill(mark);
          u.ctx.stroke(mark);
          u.ctx.restore();
        });
      });
      u.ctx.restore();
    }

    /** Places of the labels on the time axis: some of the points, counted from the last one. */
    places(u, min, max) {
      const shown = this.times.filter(time => time >= min && time <= max);
      const step = Math.ceil(shown.length / Math.max(2, Math.floor(u.bbox.width / devicePixelRatio / 72)));
      return shown.filter((time, i) => (shown.length - 1 - i) % step === 0);
    }

    label(places) {
      return places.length > 1 && places.at(-1) - places[0] > 330 * DAY ? monthAndYear : shortDay;
    }

    called(i) {
      const name = this.name(this.times[i]);
      return this.partial.some(line => line[i]) ? fill(this.words.partial, name) : name;
    }

    written(line, i) {
      const value = this.values[line][i];
      return value === null ? '–' : number.format(value);
    }

    /** Writes the day under the pointer, or the latest one, below the chart. */
    tell(index) {
      this.at = index ?? null;
      const i = index ?? this.times.length - 1;
      this.time.dateTime = new Date(this.times[i] * 1000).toISOString().slice(0, 10);
      this.time.textContent = this.called(i);
      this.told.forEach((place, line) => {
        place.textContent = this.written(line, i);
      });
    }

    /** Arrow keys walk through the points as the pointer does. */
    move(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const last = this.times.length - 1;
      const from = this.at ?? last;
      const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last, PageUp: from - 7, PageDown: from + 7 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const index = Math.min(last, Math.max(0, to));
      this.uplot.setCursor({ left: this.uplot.valToPos(this.times[index], 'x'), top: 0 });
      this.tell(index);
      this.live.textContent = [this.called(index), ...this.names.map((name, line) => `${name} ${this.written(line, index)}`)].join(', ');
    }

    leave() {
      this.uplot.setCursor({ left: -10, top: -10 });
      this.live.textContent = '';
    }
  }

  document.querySelectorAll('figure.chart[data-table]').forEach(figure => new Chart(figure));
})();
