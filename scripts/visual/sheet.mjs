// Lays pictures out on sheets to look at: columns under a title, each picture with its name.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const gap = 32;
const caption = 28;
const head = 72;
/** What an image viewer still shows in a readable size. */
const highest = 2800;
/** A long history says no more below. */
const cutAt = 1300;

/**
 * Writes one picture of all `cards` (`{ name, note, png, width, height }`), or more when they do not fit, and resolves to the paths.
 * `path`: without the ending. `columns` side by side.
 */
export async function writeSheets(browser, { path, title, cards, columns, dark }) {
  await mkdir(dirname(path), { recursive: true });
  const paths = [];
  for (const [index, sheet] of arrange(cards, columns).entries()) {
    const file = `${path}${index === 0 ? '' : `.${index + 1}`}.png`;
    await writeFile(file, await draw(browser, { ...sheet, title, dark }));
    paths.push(file);
  }
  return paths;
}

/** Each card in the column that is the shortest so far, so that reading order stays close to the given one. */
function arrange(cards, columns) {
  const sheets = [];
  let sheet;
  const columnWidth = Math.max(...cards.map(({ width }) => width));
  const begin = () => {
    sheet = {
      placed: [],
      heights: Array.from({ length: Math.min(columns, cards.length) }, () => head),
    };
    sheets.push(sheet);
  };
  begin();
  for (const card of cards) {
    const height = Math.min(card.height, cutAt);
    let column = sheet.heights.indexOf(Math.min(...sheet.heights));
    if (sheet.placed.length > 0 && sheet.heights[column] + height > highest) {
      begin();
      column = 0;
    }
    const top = sheet.heights[column];
    const left = gap + column * (columnWidth + gap);
    const cut = height < card.height ? `, cut at ${height} of ${card.height} px` : '';
    sheet.placed.push({ ...card, height, top, left, note: `${card.note ?? ''}${cut}` });
    sheet.heights[column] = top + caption + height + gap;
  }
  return sheets.map(({ placed, heights }) => ({
    placed,
    width: gap + heights.length * (columnWidth + gap),
    height: Math.max(...heights),
  }));
}

async function draw(browser, { placed, width, height, title, dark }) {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width, height: 800 });
    await page.setContent(
      `<!doctype html><html lang="en"><style>
        body{margin:0;position:relative;height:${height}px;font:14px/20px sans-serif;
          background:${dark ? '#3a3c42' : '#d9dade'};color:${dark ? '#fff' : '#17181c'}}
        h1{margin:0;padding:20px ${gap}px;font-size:22px;line-height:32px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
        figure{margin:0;position:absolute}
        figcaption{font-weight:600;height:${caption}px}
        b{color:${dark ? '#ff9b90' : '#b3261e'}}
        img{display:block;object-fit:cover;object-position:top left}
      </style><h1>${escape(title)}</h1>${placed.map(figure).join('')}</html>`,
    );
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    return await page.screenshot({
      clip: { x: 0, y: 0, width, height },
      captureBeyondViewport: true,
      optimizeForSpeed: true,
    });
  } finally {
    await page.close();
  }
}

function figure({ name, note, png, width, height, top, left }) {
  return `<figure style="left:${left}px;top:${top}px">
    <figcaption>${escape(name)} <b>${escape(note)}</b></figcaption>
    <img alt="" width="${width}" height="${height}" src="data:image/png;base64,${png}">
  </figure>`;
}

function escape(text) {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
