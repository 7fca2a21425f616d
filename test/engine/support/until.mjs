/** Asks until the answer is as wanted, and returns it. Gives up with the last answer in its message. */
export async function until(read, isWanted, seconds = 30) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await read();
    if (isWanted(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`Not within ${seconds} s: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
