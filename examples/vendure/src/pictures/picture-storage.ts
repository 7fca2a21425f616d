import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Stream } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AssetPreviewStrategy, AssetStorageStrategy } from '@vendure/core';

/** Product pictures as files in one folder, served by `servePictures`. */
export class PictureStorage implements AssetStorageStrategy {
  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  async writeFileFromBuffer(fileName: string, data: Buffer): Promise<string> {
    await writeFile(this.#path(fileName), data);
    return name(fileName);
  }

  async writeFileFromStream(fileName: string, data: Stream): Promise<string> {
    await pipeline(data as Readable, createWriteStream(this.#path(fileName)));
    return name(fileName);
  }

  readFileToBuffer(identifier: string): Promise<Buffer> {
    return readFile(this.#path(identifier));
  }

  async readFileToStream(identifier: string): Promise<Stream> {
    return createReadStream(this.#path(identifier));
  }

  async deleteFile(identifier: string): Promise<void> {
    await rm(this.#path(identifier), { force: true });
  }

  async fileExists(fileName: string): Promise<boolean> {
    return existsSync(this.#path(fileName));
  }

  toAbsoluteUrl(
    request: { headers: Record<string, string | undefined> } | undefined,
    identifier: string,
  ): string {
    const host = request?.headers['x-forwarded-host'] ?? request?.headers['host'];
    return host === undefined ? `/pictures/${identifier}` : `http://${host}/pictures/${identifier}`;
  }

  #path(identifier: string): string {
    return join(this.folder, name(identifier));
  }
}

/** A drawing needs no smaller version of itself. */
export class DrawingPreview implements AssetPreviewStrategy {
  async generatePreviewImage(_ctx: unknown, _mimeType: string, data: Buffer): Promise<Buffer> {
    return data;
  }
}

/** One folder, no paths: "source/a.svg" and "preview/a.svg" stay apart by name. */
function name(identifier: string): string {
  return identifier.replace(/[^\w.-]+/g, '-').replace(/^[-.]+/, '');
}
