'use strict';

/*
 * Draws <figure class="chart" data-table="…" data-lines="…"> with uPlot: a line for each column of the table on the page, in
 * the colour, dashes and mark that the list of repositories shows. A point that was never collected is a gap, and the way to
 * one that is not over, or not seen whole, is dotted. The table holds the same numbers for everyone who cannot see the chart.
 * data-unseen says that what is missing may be a week that was not seen whole. What all charts have is in chart.js.
 */
(() => {
  const { Chart, DAY, PARTIAL, element, fill, monthAndYear, number, seconds, shortDay, written } = charts;
  const MARKED = 56;

  class Comparison extends Chart {
    constructor(figure) {
      super(figure);
      this.interval = figure.dataset.interval;
      this.read(document.getElementById(figure.dataset.table));
      this.items = [...document.getElementById(figure.dataset.lines).children];
      this.rest = this.days.length - 1;
      this.open(this.summary(), this.legend());
      this.offerPicture(figure.parentElement.querySelector('[data-picture]'), () => this.pictured());
    }

    read(table) {
      const rows = [...table.tBodies[0].rows].reverse();
      this.names = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim());
      this.days = rows.map(row => seconds(row.querySelector('time').dateTime));
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
      return fill(this.words.compared, this.name(this.days[0]), this.name(this.days.at(-1)), sums.join('; '));
    }

    /** Below the chart: the day under the pointer, and what each line has there. */
    legend() {
      const caption = this.figure.appendChild(element('figcaption', ''));
      this.time = caption.appendChild(element('time', ''));
      const list = caption.appendChild(element('ul', 'told'));
      this.told = this.names.map((name, i) => {
        const item = list.appendChild(element('li', this.items[i].className));
        item.append(this.items[i].querySelector('svg').cloneNode(true), name);
        return item.appendChild(element('strong', ''));
      });
      if (this.dotted()) list.append(element('li', 'series dotted', this.words.dotted));
      return caption;
    }

    /** Whether a line has a part that is not all known. */
    dotted() {
      return this.partial.some((partial, line) => partial.some((is, i) => is && this.values[line][i] !== null));
    }

    pictured() {
      const legend = this.looks.map(({ stroke, dash, mark }, i) => ({ colour: stroke, label: this.names[i], dash, mark }));
      if (this.dotted()) legend.push({ colour: getComputedStyle(this.figure).getPropertyValue('--edge').trim(), label: this.words.dotted, dash: PARTIAL });
      return { from: this.name(this.days[0]), to: this.name(this.days.at(-1)), legend };
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

    drawing(colour) {
      this.looks = this.items.map(item => {
        const own = getComputedStyle(item);
        const dashes = own.getPropertyValue('--dashes').trim();
        return {
          stroke: own.getPropertyValue('--stroke').trim(),
          dash: dashes === 'none' ? [] : dashes.split(' ').map(Number),
          mark: new Path2D(item.querySelector('.mark').getAttribute('d')),
        };
      });
      const line = { width: 2, points: { show: false } };
      return {
        data: [this.days, ...this.lines()],
        series: [...this.looks.map(({ stroke, dash }) => ({ ...line, stroke, dash })), ...this.looks.map(({ stroke }) => ({ ...line, stroke, dash: PARTIAL }))],
        range: (u, min, max) => [0, Math.max(4, Math.ceil((max ?? 0) * 1.05))],
        splits: (u, axis, min, max) => this.places(u, min, max),
        values: (u, places) => places.map(this.label(places)),
        over: u => this.marks(u, colour('surface')),
      };
    }

    /** The mark of each line, not closer than it can be told, not on the same days as the others', and where it is alone. */
    marks(u, edge) {
      const ratio = devicePixelRatio;
      const step = Math.max(1, Math.round(MARKED * ratio * this.days.length / u.bbox.width));
      u.ctx.save();
      u.ctx.lineWidth = 1;
      u.ctx.setLineDash([]);
      this.looks.forEach(({ stroke, mark }, line) => {
        const values = this.values[line];
        u.ctx.fillStyle = stroke;
        u.ctx.strokeStyle = edge;
        values.forEach((value, i) => {
          const alone = (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null;
          if (value === null || !alone && i % step !== line % step) return;
          const x = u.valToPos(this.days[i], 'x', true);
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
      const shown = this.days.filter(time => time >= min && time <= max);
      const step = Math.ceil(shown.length / Math.max(2, Math.floor(u.bbox.width / devicePixelRatio / 72)));
      return shown.filter((time, i) => (shown.length - 1 - i) % step === 0);
    }

    label(places) {
      return this.interval === 'month' || places.at(-1) - places[0] > 330 * DAY ? monthAndYear : shortDay;
    }

    called(i) {
      const name = this.name(this.days[i]);
      return this.partial.some(line => line[i]) ? fill(this.words.partial, name) : name;
    }

    /** Writes the day under the pointer, or the latest one, below the chart. */
    tell(index) {
      this.at = index ?? null;
      const i = index ?? this.rest;
      this.time.dateTime = new Date(this.days[i] * 1000).toISOString().slice(0, 10);
      this.time.textContent = this.called(i);
      this.told.forEach((place, line) => {
        place.textContent = written(this.values[line][i]);
      });
    }

    sentence(i) {
      return [this.called(i), ...this.names.map((name, line) => `${name} ${written(this.values[line][i])}`)].join(', ');
    }
  }

  document.querySelectorAll('figure.chart[data-table]').forEach(figure => new Comparison(figure));
})();
