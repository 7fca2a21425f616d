import type { RequestContext } from '@vendure/core';
import { DefaultAssetNamingStrategy } from '@vendure/core';

/** Vendure expects that a preview of a drawing is a bitmap; ours stays a drawing. */
export class DrawingNames extends DefaultAssetNamingStrategy {
  override generatePreviewFileName(
    ctx: RequestContext,
    originalFileName: string,
    conflictFileName?: string,
  ): string {
    return super
      .generatePreviewFileName(ctx, originalFileName, conflictFileName)
      .replace(/\.svg\.png$/, '.svg');
  }
}
