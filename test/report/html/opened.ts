/** A trip page as a strict reader sees it. */
import { readFileSync } from 'node:fs';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { assess } from '../../../src/assess.ts';
import { reportHtml } from '../../../src/report/html.ts';
import { knowledge } from '../../trip.ts';

const dist = (name: string): string => readFileSync(new URL(`../../../dist/${name}`, import.meta.url), 'utf8');

/** The page of a trip, as `plan --format html` makes it. */
export async function pageOf(text: string, file = 'trip.yaml'): Promise<string> {
  const assessed = await assess(text, {
    ...{ file, asOf: '2026-11-22', version: '0.0.0', knowledge: knowledge() },
    loadTrack: async (path) => ({ rule: 'TJ108', args: { path, code: 'not-found', line: null, column: null } }),
  });
  if (!assessed.understood) throw new Error(`not understood: ${JSON.stringify(assessed.findings)}`);
  const { assessment, lines } = assessed;
  const parts = { script: dist('page.js'), style: dist('page.css'), basemap: JSON.parse(dist('basemap.json')) };
  return reportHtml({ assessment, lines, knowledge: knowledge(), ownZones: [] }, parts);
}

export const exampleText = (name: string): string =>
  readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), 'utf8');

/** Throws at the first thing that is not well-formed. What stands in scripts and styles is left out. */
export function open(page: string): Document {
  const markup = page.replace(/^<!doctype html>\n/, '').replace(/(<(script|style)[^>]*>)[\s\S]*?(?=<\/\2>)/g, '$1');
  const onError = (level: string, message: string): void => {
    // U+FFFD may stand for what XML cannot hold.
    if (!message.startsWith('Unicode replacement character')) throw new Error(`${level}: ${message}`);
  };
  return new DOMParser({ onError }).parseFromString(markup, 'text/xml');
}

export const elements = (within: Document | Element, name: string): Element[] => [...within.getElementsByTagName(name)];

export const byId = (page: Document, id: string): Element => {
  const found = page.getElementById(id);
  if (found === null) throw new Error(`no element #${id}`);
  return found;
};

/** As it is read: breaks of lines are blanks. */
export const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
