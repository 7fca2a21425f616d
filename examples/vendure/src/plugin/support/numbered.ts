import type { ID } from '@vendure/core';
import type { Repository } from 'typeorm';

interface Numbered {
  id: ID;
  reference: string;
  readonly receivedAt: Date;
}

/** Stores it under a number that can be read aloud: "S-2026-000123". The number opens nothing. */
export async function numbered<T extends Numbered>(
  letter: string,
  rows: Repository<T>,
  row: T,
): Promise<T> {
  const saved = await rows.save(row);
  saved.reference = `${letter}-${saved.receivedAt.getUTCFullYear()}-${String(saved.id).padStart(6, '0')}`;
  return rows.save(saved);
}
