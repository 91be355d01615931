// CSV as the exports write it (RFC 4180).

/** What the export puts an apostrophe before, so that a spreadsheet takes it for no formula. */
const formula = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

/** The rows of a text of CSV, each an object by the names in the first line; null of a row that has more or fewer cells. */
export function readCsv(text) {
  const [names, ...rows] = lines(text.replace(/^\uFEFF/, ''));
  return rows.map((cells) =>
    cells.length === names.length ? Object.fromEntries(names.map((name, at) => [name, cells[at].replace(formula, '')])) : null,
  );
}

function lines(text) {
  const found = [];
  let cells = [];
  for (const [, cell, end] of text.matchAll(/("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r?\n|$)/g)) {
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== '') found.push(cells);
    cells = [];
  }
  return found;
}
