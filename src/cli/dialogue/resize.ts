/**
 * A terminal that changes its width folds the lines on it anew, and nobody is told where they are then. So what stands
 * there is pushed up into its memory, and the question begins again on an empty screen.
 */

/** A window that is dragged changes its size many times in a second. */
const QUIET_MS = 80;

/** Called once the size has been still for a moment; gives what ends it. */
export function onResize(redraw: () => void): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const wait = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(redraw, QUIET_MS);
  };
  process.stdout.on('resize', wait);
  // Back from Ctrl-Z, the shell's lines stand where the question was.
  process.on('SIGCONT', wait);
  return () => {
    clearTimeout(waiting);
    process.stdout.off('resize', wait);
    process.off('SIGCONT', wait);
  };
}

export function startAfresh(): void {
  process.stdout.write(`${'\n'.repeat(process.stdout.rows || 24)}\u001b[H\u001b[J`);
}
