// Compares pictures in a page of the browser that took them: it decodes PNG and WebP, which Node does not.
import { encodeWebp } from './webp.mjs';

/** `{ encode(png), compare(png, webp) }`, all in base64. */
export async function openLab(browser) {
  const page = await browser.newPage();
  return {
    /** The same pixels in less than half of the bytes. */
    async encode(png) {
      const { width, height, pixels } = await page.evaluate(pixelsInPage, png);
      const webp = await encodeWebp(Buffer.from(pixels, 'base64'), width, height);
      return webp.toString('base64');
    },
    /** `{ pixels, difference }`: how many differ in anything, and a PNG with those in red over a pale copy. */
    compare: (png, webp) => page.evaluate(compareInPage, png, webp),
  };
}

async function pixelsInPage(png) {
  const bitmap = await createImageBitmap(
    await (await fetch(`data:image/png;base64,${png}`)).blob(),
  );
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  const bytes = context.getImageData(0, 0, width, height).data;
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { width, height, pixels: btoa(text) };
}

async function compareInPage(png, webp) {
  const read = async (url, width, height) => {
    const bitmap = await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(width ?? bitmap.width, height ?? bitmap.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return { bitmap, canvas, context, words: new Uint32Array(data.buffer) };
  };
  const urls = [`data:image/png;base64,${png}`, `data:image/webp;base64,${webp}`];
  let [actual, expected] = await Promise.all(urls.map((url) => read(url)));
  const width = Math.max(actual.canvas.width, expected.canvas.width);
  const height = Math.max(actual.canvas.height, expected.canvas.height);
  const isOneSize = [actual, expected].every(
    ({ canvas }) => canvas.width === width && canvas.height === height,
  );
  // What only one of them has is transparent in the other, and differs.
  if (!isOneSize)
    [actual, expected] = await Promise.all(urls.map((url) => read(url, width, height)));
  const different = [];
  for (let at = 0; at < actual.words.length; at += 1)
    if (actual.words[at] !== expected.words[at]) different.push(at);
  if (different.length === 0) return { pixels: 0 };
  const { context, canvas, bitmap } = actual;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 0.25;
  context.drawImage(bitmap, 0, 0);
  const image = context.getImageData(0, 0, width, height);
  const words = new Uint32Array(image.data.buffer);
  for (const at of different) words[at] = 0xff0000ff;
  context.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const url = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });
  return { pixels: different.length, difference: url.split(',')[1] };
}
