import { readFileSync } from 'node:fs';
import { DOMParser, type Element } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { junitReporter } from '../../../src/report/check/junit.ts';
import { showText } from '../../../src/report/check/place.ts';
import {
  anyText,
  broken,
  checked,
  clean,
  defaults,
  finding,
  look,
  openly,
  pamir,
  unprintable,
  write,
} from './checked.ts';

const schema = readFileSync(new URL('../../schemas/junit-4.xsd', import.meta.url), 'utf8');

async function faults(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema });
  return errors.map(({ rawMessage }) => rawMessage);
}

function suitesOf(xml: string): Element[] {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  });
  return [...parser.parseFromString(xml, 'text/xml').getElementsByTagName('testsuite')];
}

const cases = (suite: Element) => [...suite.getElementsByTagName('testcase')];
/** What became of each case: the name of its only child, or passed. */
const outcomes = (suite: Element) =>
  cases(suite).map((one) => [...one.childNodes].map((child) => child.nodeName).join());
const totals = (suite: Element) =>
  ['tests', 'failures', 'errors', 'skipped'].map((name) => Number(suite.getAttribute(name)));

describe('real files', async () => {
  const files = [await look('tours/pamir.trip.yaml', pamir), await look('clean.trip.yaml', clean)];
  const xml = write(junitReporter(), [...files, await look('broken.trip.yaml', broken)]);
  const [trip, passing, unclear] = suitesOf(xml);

  test('are valid to Jenkins', async () => {
    expect(await faults(xml)).toEqual([]);
    expect(await faults(write(junitReporter(), files, openly))).toEqual([]);
    expect(await faults(write(junitReporter(), []))).toEqual([]);
    expect(await faults(xml.replaceAll('<testcase classname', '<testcase class'))).not.toEqual([]);
  });

  test('fail by what fails', () => {
    const failing = files[0].findings.filter(({ severity }) => severity === 'error');
    expect(totals(trip)).toEqual([failing.length, failing.length, 0, 0]);
    expect(outcomes(trip)).toEqual(failing.map(() => 'failure'));
    const failure = trip.getElementsByTagName('failure').item(0)!;
    expect(failure.getAttribute('type')).toBe(failing[0].rule);
    expect(failure.textContent).toContain(`tours/pamir.trip.yaml:${failing[0].line}:`);
    expect(totals(unclear)[1]).toBeGreaterThan(0);
  });

  test('have one case that passes where nothing was found', () => {
    expect(totals(passing)).toEqual([1, 0, 0, 0]);
    expect(outcomes(passing)).toEqual(['']);
    expect(cases(passing)[0].getAttribute('classname')).toBe('clean.trip.yaml');
  });

  test('name every case by itself', () => {
    const names = suitesOf(write(junitReporter(), files, openly)).flatMap((suite) =>
      cases(suite).map((one) => `${one.getAttribute('classname')} ${one.getAttribute('name')}`),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(new Set(names).size).toBe(names.length);
  });
});

test('what is below the threshold passes with a word, what is silenced is skipped', () => {
  const suppressed = { by: 'baseline', reason: 'old', until: null } as const;
  const file = checked([finding(), finding({ severity: 'warning' }), finding({ suppressed })]);
  const [suite] = suitesOf(write(junitReporter(), [file], openly));
  expect(outcomes(suite)).toEqual(['failure', 'system-out', 'skipped']);
  expect(totals(suite)).toEqual([3, 1, 0, 1]);
  expect(suite.getElementsByTagName('skipped').item(0)!.textContent).toContain('silenced by the baseline: old');
});

test('what fails is told even where the display leaves it out', () => {
  const file = checked([finding({ severity: 'warning' })], { failOn: 'warning' });
  const [suite] = suitesOf(write(junitReporter(), [file], { ...defaults, minSeverity: 'error' }));
  expect(outcomes(suite)).toEqual(['failure']);
  expect(suite.getElementsByTagName('failure').item(0)!.getAttribute('type')).toBe('TJ301');
});

test('a file that could not be read is an error, not a failure', () => {
  const unread = checked([finding({ rule: 'TJ112', line: null })], { status: 'unreadable', trip: null, fails: true });
  const [suite] = suitesOf(write(junitReporter(), [unread]));
  expect(totals(suite)).toEqual([1, 0, 1, 0]);
});

test('any text stays text, and reads back as it shows', async () => {
  const written: string[] = [];
  fc.assert(
    fc.property(anyText, anyText, anyText, (message, help, name) => {
      const path = `tours/${name}`;
      const suppressed = { by: 'comment', reason: help, until: null } as const;
      const told = { message, help };
      const file = checked([finding(told), finding({ ...told, suppressed })], { path });
      const xml = write(junitReporter(), [file, file], openly);
      expect(unprintable(xml)).toEqual([]);
      const [suite, ...others] = suitesOf(xml);
      expect(others.length).toBe(1);
      expect(suite.getAttribute('name')).toBe(visible(path));
      expect(suite.getElementsByTagName('failure').item(0)!.getAttribute('message')).toBe(visible(message));
      expect(outcomes(suite)).toEqual(['failure', 'skipped']);
      written.push(xml);
    }),
  );
  // The official validator is a process of its own each time: all in one go.
  const all = written.map((xml) => xml.replace(/^.*\n.*\n|<\/testsuites>\n$/g, '')).join('');
  expect(await faults(`<testsuites>${all}</testsuites>`)).toEqual([]);
});

const visible = (text: string): string => showText(text).replace(/[\ufffe\uffff]/g, '\ufffd');
