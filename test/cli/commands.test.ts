import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from './run.ts';

describe('where', () => {
  test('a place, in any script, and a point give the same zones', () => {
    const zones = (...args: string[]) => {
      const { status, stdout } = run(['where', ...args, '--format', 'json']);
      expect(status).toBe(0);
      return JSON.parse(stdout).zones.map((zone: { id: string }) => zone.id);
    };
    expect(zones('Khorog')).toEqual(
      expect.arrayContaining(['gbao', 'gbao-shughnan', 'af-border-us', 'af-border-ca', 'country-tj']),
    );
    expect(zones('Хоруғ')).toEqual(zones('Khorog'));
    expect(zones('37.48974,71.55304')).toEqual(zones('Khorog'));
    expect(zones('38.56,68.78')).toEqual(['country-tj']);
  });

  test('says what applies in words', () => {
    const { stdout } = run(['where', 'Khorog']);
    expect(stdout).toContain('Avoid all travel');
    expect(stdout).toContain('GBAO permit');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('an unknown or ambiguous place is exit 2 with names to choose from', () => {
    expect(run(['where', 'Khorogg'])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['where', 'Khorogg']).stderr).toContain('Khorog');
    expect(run(['where', 'Langar']).stderr).toContain('Langar (Wakhan)');
  });

  test('a point outside the data is unknown, not free of zones', () => {
    expect(JSON.parse(run(['where', '48.86,2.35', '--format', 'json']).stdout)).toEqual({
      lon: 2.35,
      lat: 48.86,
      country: null,
      zones: null,
      borderKm: null,
      near: null,
    });
  });

  test('a stream: one object per line, bad lines named, the rest answered, exit 1', () => {
    const input = '71.55304,37.48974\nnonsense\n68.78,38.56\r\n\n999,1\n70.58,40.02';
    const { status, stdout, stderr } = run(['where', '-', '--format', 'ndjson'], { input });
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(answers).toHaveLength(6);
    expect(answers[0]).toMatchObject({ lon: 71.55304, lat: 37.48974, country: 'TJ' });
    expect(Object.keys(answers[0].borderKm)).toEqual(['AF', 'KG', 'UZ', 'CN']);
    expect(answers.map((answer) => answer.line)).toEqual([undefined, 2, undefined, 4, 5, undefined]);
    expect(stderr.match(/^line \d+/gm)).toEqual(['line 2', 'line 4', 'line 5']);
    expect(run(['where', '-'], { input: '68.78,38.56\n' }).status).toBe(0);
  });

  test('a long stream is answered in full and in order', () => {
    const points = Array.from({ length: 20_000 }, (_, at) => `${67 + (at % 800) / 100},${36.5 + (at % 500) / 100}`);
    const { status, stdout } = run(['where', '-'], { input: `${points.join('\n')}\n` });
    const lines = stdout.trimEnd().split('\n');
    expect(status).toBe(0);
    expect(lines).toHaveLength(points.length);
    expect(lines.every((line, at) => line.startsWith(`{"lon":${Number(points[at].split(',')[0])},`))).toBe(true);
  });
});

describe('the other commands', () => {
  test('--version gives the version of the program and of the data', () => {
    expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+ \(data \d{4}-\d{2}-\d{2}\.[0-9a-f]{8}\)\n$/);
  });

  test('--help leads with examples and the exit codes', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    for (const text of [
      'tajcheck plan trip.yaml',
      'where',
      'explain',
      'places',
      'zones',
      'sources',
      'schema',
      'Exit codes',
    ]) {
      expect(stdout).toContain(text);
    }
  });

  test('no command is help and exit 2; a wrong one a suggestion and exit 2', () => {
    expect(run([])).toMatchObject({ status: 2, stdout: '' });
    expect(run(['plna', 'x']).stderr).toContain('plan');
    expect(run(['plna', 'x']).status).toBe(2);
    expect(run(['plan']).status).toBe(2);
    expect(run(['plan', 'x', '--as-of', '2027-02-30']).status).toBe(2);
    expect(run(['plan', 'x', '--format', 'docx']).stderr).toContain('json');
  });

  test('a reader of stderr that has gone away changes no exit code', () => {
    const script = 'node "$1" 2>&1 >/dev/null | true; exit $PIPESTATUS';
    const program = join(import.meta.dirname, '../../bin/tajcheck.js');
    expect(spawnSync('bash', ['-c', script, '-', program], { stdio: 'ignore' }).status).toBe(2);
  });

  test('explain tells rules, zones, permits, border posts, authorities and mitigations', () => {
    for (const [id, text] of [
      ['TJ402', '# <- TJ402'],
      ['tj402', 'Does not fire'],
      ['permit-missing', 'TJ401'],
      ['gbao', 'OVIR'],
      ['panji-poyon', 'unverified'],
      ['af-border-ca', 'Avoid all travel'],
      ['us-state', 'Level 4'],
      ['medevac-insurance', 'insur'],
    ]) {
      const { status, stdout } = run(['explain', id]);
      expect(status, id).toBe(0);
      expect(stdout, id).toContain(text);
    }
    expect(run(['explain', 'gboa'])).toMatchObject({ status: 2 });
    expect(run(['explain', 'gboa']).stderr).toContain('gbao');
  });

  test('lists can be searched, and a search without hits is exit 1', () => {
    expect(run(['places', 'wakhan']).stdout).toContain('Langar (Wakhan)');
    expect(run(['zones', 'vorukh']).stdout).toContain('vorukh');
    expect(run(['sources', 'smartraveller', '--format', 'json']).status).toBeLessThan(2);
    expect(JSON.parse(run(['zones', '--format', 'json']).stdout).length).toBeGreaterThan(40);
    expect(run(['zones', 'atlantis']).status).toBe(1);
  });

  test('the itinerary schema is the one that editors get', () => {
    const schema = JSON.parse(run(['schema', 'itinerary']).stdout);
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['stops', 'start', 'party', 'permits', 'mitigations']),
    );
  });
});
