import { MAIN_PROJECT } from '@patchbay/shared/base';
import { describe, expect, it } from 'vitest';

import { hrefIn, projectHref, standingOf } from './project.ts';

const at = (href: string): Location => new URL(href, 'http://localhost') as unknown as Location;

describe('the project in an address', () => {
  it('is the main one where none is named', () => {
    const paths = ['/', '/flows', '/flows/p/finance', '/p', '/p/', '/people/x'];
    const main = { project: MAIN_PROJECT, base: '' };
    expect(paths.map(standingOf)).toEqual(paths.map(() => main));
  });

  it('is what follows /p/, with what addresses inside begin with', () => {
    const finance = { project: 'finance', base: '/p/finance' };
    expect(standingOf('/p/finance')).toEqual(finance);
    expect(standingOf('/p/finance/flows/p/x')).toEqual(finance);
    expect(standingOf('/p/default/runs')).toEqual({ project: MAIN_PROJECT, base: '/p/default' });
  });

  it('is read even where the address is badly written', () => {
    expect(standingOf('/p/f%C3%B6/flows').project).toBe('fö');
    expect(standingOf('/p/%E0%A4%A/flows').project).toBe('%E0%A4%A');
  });

  it('leads to the same place in another project', () => {
    expect(projectHref('finance', '/flows')).toBe('/p/finance/flows');
    expect(projectHref(MAIN_PROJECT, '/flows')).toBe('/flows');
    expect(hrefIn('sales', at('/p/finance/flows/f1?node=a#x'))).toBe('/p/sales/flows/f1?node=a#x');
    expect(hrefIn(MAIN_PROJECT, at('/p/finance/runs/r1'))).toBe('/runs/r1');
    expect(hrefIn('finance', at('/connections?open=c1'))).toBe('/p/finance/connections?open=c1');
  });
});
