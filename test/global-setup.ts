import { execFileSync } from 'node:child_process';

/** The tests of the command line run the built program: build it from what stands here. */
export default function build(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
}
