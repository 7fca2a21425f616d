import { MoreThan, type Repository } from 'typeorm';
import { TooManyAttemptsError } from '../api/results';

const hourMs = 3_600_000;

interface Letter {
  readonly receivedAt: Date;
  readonly addressHash: string;
}

/** Each of them makes the shop send mail: who sends hundreds is stopped, and told when to go on. */
export async function letterFlood<T extends Letter>(
  letters: Repository<T>,
  { addressHash, most }: { readonly addressHash: string; readonly most: number },
): Promise<TooManyAttemptsError | undefined> {
  const where = { addressHash, receivedAt: MoreThan(new Date(Date.now() - hourMs)) };
  const count = await (letters as unknown as Repository<Letter>).countBy(where);
  return count < most ? undefined : new TooManyAttemptsError(600);
}
