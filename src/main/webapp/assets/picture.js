/*
 * Saves a chart as a PNG file: a title, a legend of {colour, label} and perhaps dash and mark, alone or on its line, and what is drawn, in the colours of
 * the figure. Loaded when somebody wants one.
 */
const SWATCH = 28;

export function savePicture({ figure, drawn, title, legend, file }) {
  const style = getComputedStyle(figure);
  const colour = name => style.getPropertyValue(`--${name}`).trim();
  const unit = devicePixelRatio;
  const edge = 16 * unit;
  const line = 20 * unit;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  const small = `${12 * unit}px ${style.fontFamily}`;

  pen.font = small;
  let x = edge;
  let y = edge + 36 * unit;
  const places = legend.map(({ label }) => {
    const width = (SWATCH + 26) * unit + pen.measureText(label).width;
    if (x > edge && x + width > drawn.width + edge) {
      x = edge;
      y += line;
    }
    const place = { x, y };
    x += width;
    return place;
  });

  const above = y + line;
  canvas.width = drawn.width + 2 * edge;
  canvas.height = above + drawn.height + edge;
  pen.fillStyle = colour('surface');
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = colour('text');
  pen.font = `600 ${15 * unit}px ${style.fontFamily}`;
  pen.fillText(title, edge, edge + 14 * unit);
  pen.font = small;
  legend.forEach((one, i) => {
    pen.save();
    pen.translate(places[i].x, places[i].y - 4 * unit);
    pen.scale(unit, unit);
    pen.strokeStyle = one.colour;
    pen.lineWidth = 2;
    pen.setLineDash(one.dash ?? []);
    pen.beginPath();
    pen.moveTo(0, 0);
    pen.lineTo(SWATCH, 0);
    if (!one.alone) pen.stroke();
    if (one.mark) {
      pen.translate(SWATCH / 2, 0);
      pen.fillStyle = one.colour;
      pen.fill(one.mark);
    }
    pen.restore();
    pen.fillText(one.label, places[i].x + (SWATCH + 6) * unit, places[i].y);
  });
  pen.drawImage(drawn, edge, above);
  canvas.toBlob(blob => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${file.replace(/[^\w.-]+/g, '-')}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });
}
