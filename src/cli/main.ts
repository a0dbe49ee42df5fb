/** Starts the program: the only place that sets the exit code. */
import { exitCodes } from './exit.ts';
import { runCommand } from './program.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`tajcheck … | head`) is no fault.
  if (error.code === 'EPIPE') process.exit(exitCodes.clean);
  throw error;
});

// Nor is nobody to complain to: the exit code tells it.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void runCommand(process.argv).then((exitCode) => {
  process.exitCode = exitCode;
});
