'use strict';

/** What all charts have: a drawing by uPlot in UTC days, walked through with the keyboard, zoomed, and drawn anew for other colours. */
const charts = (() => {
  const DAY = 86400;
  const WHOLE_STEPS = Array.from({ length: 14 }, (_, power) => power).flatMap(power => [1, 2, 5].map(step => step * 10 ** power));
  const PARTIAL = [2, 4];
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
  const wholeMonth = utc({ month: 'long', year: 'numeric' });
  const seconds = day => Date.parse(`${day}T00:00:00Z`) / 1000;
  const written = value => (value === null || value === undefined ? '–' : number.format(value));

  /** A text with what belongs into its places. */
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, place) => values[place]);

  const element = (name, className, text = '') => {
    const created = document.createElement(name);
    created.className = className;
    created.textContent = text;
    return created;
  };

  /**
   * A chart in a figure whose data-words holds the texts, as JSON, and data-title heads the picture. What extends it has the days
   * of its points, in seconds, their interval, and rest, the index of the point where walking begins; it gives the drawing and
   * the sentence of a point, and tells what the pointer is at.
   */
  class Chart {
    constructor(figure) {
      this.figure = figure;
      this.words = JSON.parse(figure.dataset.words);
      this.plot = figure.appendChild(element('div', 'plot'));
    }

    /** What the time of a point is called. */
    name(at) {
      if (this.interval === 'week') return fill(this.words.weekOf, fullDay(at));
      return this.interval === 'month' ? wholeMonth(at) : fullDay(at);
    }

    /** Draws, and says what is drawn. The way back from a zoom comes last in the caption. */
    open(summary, caption) {
      this.plot.setAttribute('role', 'application');
      this.plot.setAttribute('aria-roledescription', this.words.role);
      this.plot.setAttribute('aria-label', summary);
      this.plot.tabIndex = 0;
      this.plot.addEventListener('keydown', event => this.move(event));
      this.plot.addEventListener('blur', () => this.leave());
      this.live = this.figure.appendChild(element('div', 'hidden'));
      this.live.setAttribute('aria-live', 'polite');
      this.back = caption.appendChild(element('button', 'button quiet small', this.words.resetZoom));
      this.back.type = 'button';
      this.back.hidden = true;
      this.back.addEventListener('click', () => this.unzoom());
      this.draw();
      new ResizeObserver(() => this.uplot.setSize(this.size())).observe(this.plot);
      for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', 'print']) {
        matchMedia(query).addEventListener('change', () => this.draw());
      }
    }

    size() {
      return { width: this.plot.clientWidth, height: this.plot.clientHeight };
    }

    /** Draws anew, with the pointer where it was. */
    draw() {
      const { at } = this;
      const size = this.size(); // Without a canvas the figure may have none.
      this.uplot?.destroy();
      const style = getComputedStyle(this.figure);
      const colour = name => style.getPropertyValue(`--${name}`).trim();
      const { data, series, range, splits, values, over } = this.drawing(colour);
      const font = `12px ${style.fontFamily}`;
      const first = this.days[0];
      const last = this.days.at(-1);
      this.uplot = new uPlot({
        ...size,
        padding: [12, 30, 0, 0],
        legend: { show: false },
        cursor: { y: false, points: { size: 8 }, drag: { x: last > first, y: false } },
        scales: {
          x: { time: false, range: (u, min, max) => (last === first ? [first - DAY, first + DAY] : max - min < DAY ? [min - DAY, max + DAY] : [min, max]) },
          y: { range },
        },
        axes: [
          { font, stroke: colour('muted'), size: 30, gap: 8, grid: { show: false }, ticks: { stroke: colour('line'), size: 4 }, splits, values },
          {
            font, stroke: colour('muted'), gap: 8, size: (u, labels) => 14 + 7 * Math.max(2, ...(labels || []).map(label => label.length)),
            grid: { stroke: colour('line'), width: 1 }, ticks: { show: false }, space: 44,
            incrs: WHOLE_STEPS, values: (u, ys) => ys.map(y => (y < 10000 ? number : compact).format(y)),
          },
        ],
        series: [{}, ...series],
        hooks: {
          setCursor: [u => this.tell(u.cursor.idx)],
          setScale: [(u, key) => { if (key === 'x') this.back.hidden = u.scales.x.min <= first && u.scales.x.max >= last; }],
          draw: [over],
        },
      }, data, this.plot);
      this.drawn?.();
      this.point(at ?? null);
    }

    /** Puts the pointer to a point, or to none. */
    point(index) {
      this.uplot.setCursor(index === null ? { left: -10, top: -10 } : { left: this.uplot.valToPos(this.days[index], 'x'), top: 0 });
      this.tell(index);
    }

    leave() {
      this.point(null);
      this.live.textContent = '';
    }

    unzoom() {
      this.uplot.setScale('x', { min: this.days[0], max: this.days.at(-1) });
      this.plot.focus();
    }

    /** Arrow keys walk through the points as the pointer does; Escape goes back from a zoom. */
    move(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === 'Escape' && !this.back.hidden) {
        event.preventDefault();
        this.unzoom();
        return;
      }
      const { min, max } = this.uplot.scales.x;
      const first = this.days.findIndex(day => day >= min);
      const last = this.days.findLastIndex(day => day <= max);
      const from = this.at ?? Math.min(this.rest, last) + (event.key === 'ArrowLeft' ? 1 : event.key === 'ArrowRight' ? -1 : 0);
      const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: first, End: last, PageUp: from - 7, PageDown: from + 7 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const index = Math.min(last, Math.max(first, to));
      this.point(index);
      this.live.textContent = this.sentence(index);
    }

    /** Shows the button that saves the chart with a title and a legend, which needs a script. */
    offerPicture(button, pictured) {
      button.hidden = false;
      button.addEventListener('click', async () => {
        const { savePicture } = await import(button.dataset.picture);
        const { title } = this.figure.dataset;
        const { from, to, legend } = pictured();
        savePicture({ figure: this.figure, drawn: this.uplot.ctx.canvas, title: fill(this.words.titleOf, title, from, to), legend, file: title });
      });
    }
  }

  return { Chart, DAY, PARTIAL, element, fill, fullDay, monthAndYear, number, seconds, shortDay, utc, written };
})();

/*
 * Draws <figure class="chart" data-src="…"> with uPlot, in UTC days. data-kind says of what: traffic (unless told), stars or
 * forks. A point that was never collected is a gap, a quiet day is zero, and the way to a day that is not over is dotted.
 * data-compared names what thin dashed lines stand for, data-markers has what happened, and data-lazy waits for the others. A table on the page holds the same numbers for everyone who cannot see it.
 */
(() => {
  const { Chart, DAY, PARTIAL, element, fill, fullDay, monthAndYear, number, seconds, shortDay, utc, written } = charts;
  const KINDS = {
    traffic: {
      fromZero: true,
      series: [
        { key: 'views', width: 2, compared: true },
        { key: 'visitors', width: 1.5 },
        { key: 'clones', width: 2, compared: true },
        { key: 'cloners', width: 1.5 },
      ],
    },
    stars: { series: [{ key: 'stars', colour: 'views', width: 2 }] },
    forks: { series: [{ key: 'forks', colour: 'visitors', width: 2 }] },
  };
  const EARLIER = [6, 4];
  const FLAGS = {
    release: { colour: 'accent', mark: new Path2D('M0-5 5 0 0 5-5 0Z') },
    note: { colour: 'warn', mark: new Path2D('M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z') },
  };
  const STEPS = { day: [1, 2, 4, 7, 14], week: [7, 14], month: [] };
  const month = utc({ month: 'short' });
  const year = utc({ year: 'numeric' });

  const answers = new Map();
  function read(address) {
    if (!answers.has(address)) {
      answers.set(address, fetch(address, { headers: { Accept: 'application/json' } }).then(answer => {
        if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
        return answer.json();
      }));
    }
    return answers.get(address);
  }

  /** A point for each day of a series that has only those that were collected. */
  function everyDay({ from, to, points }) {
    const known = new Map(points.map(point => [point.date, point]));
    const days = [];
    for (let at = seconds(from); at <= seconds(to); at += DAY) {
      const date = new Date(at * 1000).toISOString().slice(0, 10);
      days.push(known.get(date) ?? { date });
    }
    return days;
  }

  const LAST_DAY = {
    day: start => start,
    week: start => start + 6 * DAY,
    month: start => { const at = new Date(start * 1000); return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0) / 1000; },
  };

  /** Whether the range holds only a part of the week or month. */
  function cut({ date }, { from, to, interval }) {
    return seconds(date) < seconds(from) || LAST_DAY[interval](seconds(date)) > seconds(to);
  }

  class TimeChart extends Chart {
    constructor(figure) {
      super(figure);
      this.kind = KINDS[figure.dataset.kind ?? 'traffic'];
      this.hidden = new Set();
      this.markers = [];
      this.plot.setAttribute('role', 'img');
      this.plot.setAttribute('aria-label', this.words.loading);
    }

    async load() {
      try {
        const [series, happened] = await Promise.all([
          read(this.figure.dataset.src),
          this.figure.dataset.markers ? read(this.figure.dataset.markers).catch(this.withoutMarkers) : { markers: [] },
        ]);
        this.show(series, happened.markers);
      } catch (problem) {
        console.error(problem);
        this.say(this.words.notLoaded);
      }
    }

    withoutMarkers(problem) {
      console.warn('What happened could not be loaded:', problem.message);
      return { markers: [] };
    }

    /** A day as the page writes days. */
    dated(day) {
      return fill(this.words.day, ...day.split('-'));
    }

    say(sentence) {
      this.plot.removeAttribute('role');
      this.plot.removeAttribute('aria-label');
      this.plot.replaceChildren(element('p', '', sentence));
    }

    known(point) {
      return this.kind.series.some(({ key }) => point[key] !== null && point[key] !== undefined);
    }

    show(series, markers) {
      const { interval, points, compared } = series;
      const told = point => ({ ...point, partial: point.partial || cut(point, series) });
      this.points = interval ? points.map(told) : everyDay(series);
      this.earlier = compared?.points.some(point => this.known(point)) ? compared.points.map(told) : [];
      this.series = this.kind.series.filter(({ key }) => this.points.some(point => point[key] !== null && point[key] !== undefined));
      this.interval = interval;
      this.days = this.points.map(point => seconds(point.date));
      this.rest = this.points.findLastIndex(point => !point.partial && this.known(point));
      if (this.rest < 0) this.rest = this.points.findLastIndex(point => this.known(point));
      if (this.rest < 0) {
        this.say(this.words.nothing);
        return;
      }
      this.place(markers);
      this.tip = element('div', 'tip');
      this.tip.hidden = true;
      this.open(this.summary(), this.legend());
      if (this.markers.length) this.happenings();
      this.exports();
    }

    /** Puts each marker to the point whose time holds its day. */
    place(markers) {
      this.markers = markers.map(marker => {
        const at = seconds(marker.day);
        return { ...marker, index: Math.max(0, this.days.findLastIndex(day => day <= at)) };
      });
    }

    /** Buttons below the chart that hide and show lines. */
    legend() {
      const legend = this.figure.appendChild(element('figcaption', ''));
      const button = (className, label, press) => {
        const created = legend.appendChild(element('button', className, label));
        created.type = 'button';
        created.addEventListener('click', () => press(created));
        return created;
      };
      if (this.series.length > 1) {
        this.series.forEach((series, i) => button(`series ${series.key}`, this.words[series.key], pressed => this.toggle(i, pressed)).setAttribute('aria-pressed', 'true'));
      }
      if (this.earlier.length) {
        button('series compared', this.comparedName(), pressed => this.toggle('compared', pressed)).setAttribute('aria-pressed', 'true');
      }
      if (this.dotted()) legend.append(element('span', 'series dotted', this.words.dotted));
      for (const kind of this.flagged()) legend.append(element('span', `series flag ${kind}`, this.words[kind]));
      return legend;
    }

    /** What kinds of markers there are. */
    flagged() {
      return Object.keys(FLAGS).filter(kind => this.markers.some(marker => marker.kind === kind));
    }

    /** Whether a line has a part that is not all known. */
    dotted() {
      return this.points.some(point => point.partial && this.known(point));
    }

    comparedName() {
      const name = this.figure.dataset.compared || this.words.earlier;
      return name[0].toUpperCase() + name.slice(1);
    }

    happenings() {
      const details = this.figure.appendChild(element('details', 'happenings'));
      details.append(element('summary', '', fill(this.words.happened, number.format(this.markers.length))));
      const list = details.appendChild(element('ul', ''));
      for (const marker of this.markers) {
        const item = list.appendChild(element('li', marker.kind));
        const time = item.appendChild(element('time', '', this.dated(marker.day)));
        time.dateTime = marker.day;
        const name = item.appendChild(element(marker.url ? 'a' : 'span', '', marker.title));
        if (marker.url) {
          name.href = marker.url;
          name.rel = 'noopener';
        }
        if (marker.text) item.append(element('span', 'muted', marker.text));
      }
    }

    toggle(i, button) {
      const show = this.hidden.delete(i) || !this.hidden.add(i);
      button.setAttribute('aria-pressed', String(show));
      this.roles.forEach(({ series, earlier }, at) => {
        if (earlier ? i === 'compared' || i === series : i === series) this.uplot.setSeries(at + 1, { show: this.shown(series, earlier) });
      });
    }

    shown(i, earlier) {
      return !this.hidden.has(i) && !(earlier && this.hidden.has('compared'));
    }

    summary() {
      const collected = this.points.filter(point => this.known(point));
      const [first] = this.series;
      const sum = key => number.format(collected.reduce((total, point) => total + (point[key] ?? 0), 0));
      const highest = this.points.reduce((best, point, i) => ((point[first.key] ?? -1) > (this.points[best][first.key] ?? -1) ? i : best), 0);
      const missing = this.points.length - collected.length;
      const { words } = this;
      const within = ({ key }) => words[`${key}.within`];
      const numbers = this.kind.fromZero
        ? this.series.filter(({ compared }) => compared).map(one => fill(words.count, sum(one.key), within(one)))
          .reduce((before, next) => fill(words.and, before, next))
        : fill(words.atTheEnd, written(this.points[this.rest][first.key]), within(first));
      return [
        fill(words.summary, this.series.map(within).join(', '), words[`by.${this.interval ?? 'day'}`], fullDay(this.days[0]),
          fullDay(this.days.at(-1)), numbers, within(first), this.name(this.days[highest]), written(this.points[highest][first.key])),
        ...(missing ? [fill(words.missing, number.format(missing), number.format(this.points.length))] : []),
        words.hint,
      ].join(' ');
    }

    /** Whole points make the lines; a partial point and the ones beside it make the dotted tails. */
    lines() {
      const value = (point, key) => point?.[key] ?? null;
      const whole = this.series.map(({ key }) => this.points.map(point => (point.partial ? null : value(point, key))));
      const tails = this.series.map(({ key }) => this.points.map((point, i) =>
        point.partial || this.points[i + 1]?.partial || this.points[i - 1]?.partial ? value(point, key) : null));
      const compared = this.earlier.length ? this.series.filter(series => series.compared) : [];
      this.roles = [
        ...this.series.map((_, series) => ({ series })),
        ...this.series.map((_, series) => ({ series, tail: true })),
        ...compared.map(one => ({ series: this.series.indexOf(one), earlier: true })),
      ];
      return [this.days, ...whole, ...tails, ...compared.map(({ key }) => this.earlier.map(point => value(point, key)))];
    }

    drawing(colour) {
      const thin = this.points.length > 500;
      const line = ({ series, tail, earlier }) => {
        const { key, colour: own, width } = this.series[series];
        const stroke = colour(own ?? key);
        const base = { stroke, width: thin ? 1 : width, show: this.shown(series, earlier), points: { filter: alone(tail), size: width + 4, fill: stroke } };
        if (earlier) return { ...base, width: 1, alpha: 0.7, dash: EARLIER, points: { ...base.points, width: 1, stroke, fill: colour('surface') } };
        if (tail) return { ...base, dash: PARTIAL };
        return key === 'views' ? { ...base, fill: colour('views-fill') } : base;
      };
      const range = (u, min, max) => {
        if (this.kind.fromZero) return [0, Math.max(4, Math.ceil((max ?? 0) * 1.05))];
        const room = Math.max(2, Math.ceil(((max ?? 0) - (min ?? 0)) * 0.1));
        return [Math.max(0, (min ?? 0) - room), (max ?? 0) + room];
      };
      const data = this.lines();
      return { data, series: this.roles.map(line), range, splits: (u, axis, min, max) => this.places(u, min, max), values: (u, places) => this.labels(places), over: u => this.flags(u, colour) };
    }

    drawn() {
      this.uplot.over.append(this.tip);
    }

    /** A flag for each marker at its point, on a line unless there are so many that they would hide the others. */
    flags(u, colour) {
      const { left, top, width, height } = u.bbox;
      const unit = devicePixelRatio;
      const flags = this.markers.map(({ index, kind }) => ({ x: u.valToPos(this.days[index], 'x', true), kind })).filter(({ x }) => x >= left && x <= left + width);
      const many = flags.length > 12;
      u.ctx.save();
      u.ctx.lineWidth = unit;
      u.ctx.strokeStyle = colour('edge');
      u.ctx.setLineDash([2 * unit, 3 * unit]);
      for (const { x, kind } of flags) {
        u.ctx.beginPath();
        u.ctx.moveTo(x, top);
        u.ctx.lineTo(x, top + height);
        if (!many) u.ctx.stroke();
        u.ctx.save();
        u.ctx.translate(x, top);
        u.ctx.scale(unit, unit);
        u.ctx.fillStyle = colour(FLAGS[kind].colour);
        u.ctx.fill(FLAGS[kind].mark);
        u.ctx.restore();
      }
      u.ctx.restore();
    }

    /** Places of the labels on the time axis, as many as fit, none beside the data: its days or weeks, firsts of months or firsts of years. */
    places(u, min, max) {
      const most = Math.max(2, Math.floor(u.bbox.width / devicePixelRatio / 56));
      const first = Math.max(min, this.days[0]);
      const last = this.days.findLast(day => day <= max) ?? max;
      const span = (last - first) / DAY;
      const step = STEPS[this.interval ?? 'day'].find(candidate => span / candidate < most);
      const places = [];
      if (step) {
        for (let at = last; at >= first; at -= step * DAY) places.unshift(at);
        return places;
      }
      const months = [1, 2, 3, 6, 12, 24, 60, 120].find(candidate => span / 30.4 / candidate < most) || 240;
      const start = new Date(first * 1000);
      let index = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth() + (start.getUTCDate() > 1 ? 1 : 0)) / months) * months;
      for (let at; (at = Date.UTC(Math.floor(index / 12), index % 12) / 1000) <= last; index += months) places.push(at);
      return places;
    }

    labels(places) {
      if (this.interval === 'month' && places.length < 4) return places.map(monthAndYear);
      const step = places.length > 1 ? (places[1] - places[0]) / DAY : 1;
      if (step < 28) return places.map(shortDay);
      if (step > 360) return places.map(year);
      return places.map(at => (new Date(at * 1000).getUTCMonth() === 0 ? year : month)(at));
    }

    /** What the time of a point is called, and whether it is not all known. */
    called(index) {
      const point = this.points[index];
      const name = this.name(this.days[index]);
      return point.partial ? fill(this.words.partial, name) : this.known(point) ? name : fill(this.words.notCollected, name);
    }

    /** What a point is compared with, and whether that was not seen whole. */
    before(index, key) {
      const point = this.earlier[index];
      const value = point?.[key] ?? null;
      return value !== null && point.partial ? fill(this.words.partial, written(value)) : written(value);
    }

    /** Shows the day under the pointer beside it. */
    tell(index) {
      this.at = index ?? null;
      this.tip.hidden = index === null || index === undefined;
      if (this.tip.hidden) return;
      const point = this.points[index];
      const lines = this.series.filter((_, i) => !this.hidden.has(i)).map(({ key, compared }) => {
        const row = element('p', `series ${key}`, this.words[key]);
        row.append(element('strong', '', written(point[key])));
        if (compared && this.earlier.length && !this.hidden.has('compared')) row.append(element('span', 'muted', fill(this.words.before, this.before(index, key))));
        return row;
      });
      const happened = this.markers.filter(marker => marker.index === index).map(({ title, text, kind }) => element('p', `happened ${kind}`, text ? `${title}: ${text}` : title));
      this.tip.replaceChildren(element('p', 'time', this.called(index)), ...lines, ...happened);
      const x = this.uplot.valToPos(this.days[index], 'x');
      const room = this.uplot.over.clientWidth;
      const width = this.tip.offsetWidth;
      this.tip.style.left = `${Math.max(0, Math.min(room - width, x > room / 2 ? x - width - 12 : x + 12))}px`;
    }

    sentence(index) {
      const point = this.points[index];
      const values = this.series.filter((_, i) => !this.hidden.has(i)).map(({ key }) => `${this.words[key]} ${written(point[key])}`);
      const happened = this.markers.filter(marker => marker.index === index).map(({ title }) => title);
      return [this.called(index), ...values, ...happened].join(', ');
    }

    pictured() {
      const style = getComputedStyle(this.figure);
      const colour = name => style.getPropertyValue(`--${name}`).trim();
      const legend = this.series.filter((_, i) => !this.hidden.has(i)).map(one => ({ colour: colour(one.colour ?? one.key), label: this.words[one.key] }));
      if (this.earlier.length && !this.hidden.has('compared')) legend.push({ colour: colour('edge'), label: this.comparedName(), dash: EARLIER });
      if (this.dotted()) legend.push({ colour: colour('edge'), label: this.words.dotted, dash: PARTIAL });
      for (const kind of this.flagged()) legend.push({ colour: colour(FLAGS[kind].colour), label: this.words[kind], mark: FLAGS[kind].mark, alone: true });
      return { from: this.dated(this.points[0].date), to: this.dated(this.points.at(-1).date), legend };
    }

    /** Buttons of the page for which the script is needed: a picture of the chart, and a link to the page. */
    exports() {
      const tools = this.figure.parentElement.querySelector('.exports');
      const picture = tools?.querySelector('[data-picture]');
      const copy = tools?.querySelector('[data-copy]');
      if (picture) this.offerPicture(picture, () => this.pictured());
      if (copy && navigator.clipboard) {
        copy.hidden = false;
        copy.addEventListener('click', async () => {
          const status = tools.querySelector('[role=status]');
          try {
            await navigator.clipboard.writeText(new URL(copy.dataset.copy, location.href).href);
            status.textContent = this.words.copied;
          } catch (problem) {
            status.textContent = this.words.notCopied;
          }
        });
      }
    }
  }

  /** Points without a neighbour on either side have no line, so they are shown as dots; so is a day that is not over. */
  const alone = tail => (u, series) => {
    const values = u.data[series];
    return values.flatMap((value, i) =>
      value !== null && (tail && i === values.length - 1 || values[i - 1] == null && values[i + 1] == null) ? [i] : []);
  };

  /** Those further down come after the first, yet without being scrolled to: paper never is. */
  async function load(charts) {
    const [later, first] = [true, false].map(lazy => charts.filter(({ figure }) => figure.dataset.lazy !== undefined === lazy));
    await Promise.all(first.map(chart => chart.load()));
    (window.requestIdleCallback ?? setTimeout)(() => later.forEach(chart => chart.load()));
  }

  load([...document.querySelectorAll('figure.chart[data-src]')].map(figure => new TimeChart(figure)));
})();
