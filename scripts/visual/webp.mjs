// Lossless WebP, packed well: Chromium's own encoder takes four to five times the bytes.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../run.mjs';

const codec = join(root, 'node_modules/@jsquash/webp/codec/enc');
/** What `cwebp -lossless -m 6 -q 50` does; the rest is of no effect on a lossless picture, but every field must be there. */
const options = {
  ...{ lossless: 1, method: 6, quality: 50, near_lossless: 100, exact: 0 },
  ...{ target_size: 0, target_PSNR: 0, sns_strength: 50, filter_strength: 60, filter_sharpness: 0 },
  ...{ filter_type: 1, partitions: 0, segments: 4, pass: 1, show_compressed: 0, preprocessing: 0 },
  ...{ autofilter: 0, partition_limit: 0, alpha_compression: 1, alpha_filtering: 1 },
  ...{ alpha_quality: 100, image_hint: 0, emulate_jpeg_size: 0, thread_level: 0, low_memory: 0 },
  ...{ use_delta_palette: 0, use_sharp_yuv: 0 },
};
let encoder;

/** RGBA in rows to the bytes of a file. */
export async function encodeWebp(rgba, width, height) {
  encoder ??= start();
  const { encode } = await encoder;
  return Buffer.from(encode(rgba, width, height, options));
}

async function start() {
  const { default: init } = await import(join(codec, 'webp_enc.js'));
  // Its own loader fetches, which Node does not do for files.
  const compiled = await WebAssembly.compile(await readFile(join(codec, 'webp_enc.wasm')));
  return init({
    noInitialRun: true,
    instantiateWasm(imports, ready) {
      const instance = new WebAssembly.Instance(compiled, imports);
      ready(instance);
      return instance.exports;
    },
  });
}
