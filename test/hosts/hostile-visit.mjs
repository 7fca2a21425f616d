// Opens hostile pages: with a slow script, slow data, a scrollbar that takes room, and an eye on what moves.
import { openHost, pageWith } from './host-site.mjs';
import { watchShifts } from './layout-shift.mjs';
import { readText } from './package-builds.mjs';

export async function openHostileHost() {
  return openHost({
    files: new Map([['/undefined.css', await readText('src/define/undefined.css')]]),
    delays: { '/cdn/rescind.js': 1500, '/api/': 200 },
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
}

/** `SCREENSHOTS=folder` keeps a picture of each stop. */
export async function visit(host, name, { media, width, height, ...parts }) {
  const id = name.replace(/\W+/g, '-');
  const shop = await host.openShop(id);
  host.serve(`/${id}.html`, pageWith({ shop: id, ...parts }));
  const shopper = await host.newShopper();
  const shown = await shopper.open(`/${id}.html`, {
    ...(width && { width, height }),
    prepare: async (page) => {
      await watchShifts(page);
      if (media) await page.emulateMediaFeatures(media);
    },
  });
  const picture = async (what) => {
    const folder = process.env.SCREENSHOTS;
    if (folder) await shown.page.screenshot({ path: `${folder}/${id}-${what}.png` });
  };
  return { shop, shopper, shown, page: shown.page, picture };
}
