// What moved on a page, from its first moment on: every layout shift counts, whoever caused it.

/** Before the page is opened. */
export async function watchShifts(page) {
  await page.evaluateOnNewDocument(() => {
    const seen = [];
    const name = (node) => {
      const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
      const host = element?.getRootNode().host?.localName;
      const label = element?.part?.value || element?.className || element?.id || '';
      return `${host ? `${host} >>> ` : ''}${element?.localName ?? 'gone'} ${label}`.trim();
    };
    const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
    const observer = new PerformanceObserver((list) => take(list.getEntries()));
    // Chromium measures where right-to-left text starts at its left end: text that became longer or shorter has not moved for that.
    const edge = ({ left, right }) =>
      getComputedStyle(document.documentElement).direction === 'rtl' ? right : left;
    const hasMoved = ({ previousRect, currentRect }) =>
      Math.abs(edge(previousRect) - edge(currentRect)) >= 3 ||
      Math.abs(previousRect.top - currentRect.top) >= 3;
    const isStill = (sources) =>
      sources.length > 0 &&
      sources.length < 5 &&
      document.documentElement.dir === 'rtl' &&
      !sources.some(hasMoved);
    const take = (entries) => {
      for (const { value, startTime, sources } of entries.filter(
        ({ sources: all }) => !isStill(all),
      ))
        seen.push({
          value,
          at: Math.round(startTime),
          moved: sources.map(
            ({ node, previousRect, currentRect }) =>
              `${name(node)}: ${box(previousRect)} → ${box(currentRect)}`,
          ),
        });
    };
    observer.observe({ type: 'layout-shift', buffered: true });
    globalThis.readShifts = async () => {
      // What the last frames moved is reported after they were drawn.
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      take(observer.takeRecords());
      return seen;
    };
  });
}

/** Sum of all shifts so far, and what moved, one line each. */
export async function readShifts(page) {
  const shifts = await page.evaluate(() => globalThis.readShifts());
  return {
    sum: shifts.reduce((sum, { value }) => sum + value, 0),
    lines: shifts.flatMap(({ value, at, moved }) =>
      moved.map((what) => `${value.toFixed(4)} at ${at} ms: ${what}`),
    ),
  };
}
