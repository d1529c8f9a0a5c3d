import { cx } from './cx.ts';
import { monogram } from './monogram.ts';

interface ConnectorIconProps {
  /** From the manifest. */
  icon?: { svg?: string; color: string };
  name: string;
  size?: 'sm' | 'md' | 'lg';
}

const SIZES = {
  sm: 'size-5 rounded-sm text-xs [&_img]:size-3',
  md: 'size-8 rounded-md text-sm [&_img]:size-4.5',
  lg: 'size-12 rounded-lg text-lg [&_img]:size-7',
};

/** A connector's mark on a tile in its colour; without a mark, its first letters. */
export function ConnectorIcon({ icon, name, size = 'md' }: ConnectorIconProps) {
  const color = /^#[0-9a-f]{6}$/i.test(icon?.color ?? '') ? (icon?.color ?? '') : '#5c6371';
  const ink = isLight(color) ? '#15181e' : '#ffffff';
  return (
    <span
      aria-hidden
      className={cx('inline-flex shrink-0 items-center justify-center font-semibold', SIZES[size])}
      style={{ background: color, color: ink }}
    >
      {icon?.svg ? <img alt="" src={asImage(icon.svg, ink)} /> : monogram(name)}
    </span>
  );
}

/** As an image, foreign markup can run no script and reach no style of ours. */
function asImage(svg: string, ink: string): string {
  const named = svg.includes('xmlns=')
    ? svg
    : svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"');
  const inked = named.replaceAll('currentColor', ink);
  const filled = /\sfill=|stroke=/.test(inked)
    ? inked
    : inked.replace('<svg', `<svg fill="${ink}"`);
  return `data:image/svg+xml,${encodeURIComponent(filled)}`;
}

/** By relative luminance, so that the mark keeps its contrast on any colour. */
function isLight(color: string): boolean {
  const part = (at: number): number => (Number.parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2;
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5) > 0.36;
}
