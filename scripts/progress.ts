/** Tells how far a long loop has come, on one line of its own every few seconds. */
export function progressOf(total: number, what: string): (done: number) => void {
  let last = performance.now();
  return (done) => {
    if (performance.now() - last < 2000 && done < total) return;
    last = performance.now();
    console.log(`${done} of ${total} ${what}`);
  };
}
