import { useEffect, useState } from 'react';
import UPlot from 'uplot';

import { tokenColor, useIsDark } from '#lib';

interface SparklineProps {
  buckets: { at: number; done: number; failed: number }[];
  /** What it shows, in words. */
  label: string;
}

const WIDTH = 220;
const HEIGHT = 32;

/** Runs per hour as bars, failures on top of them in red. */
export function Sparkline({ buckets, label }: SparklineProps) {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const dark = useIsDark();
  useEffect(() => {
    if (!box) return undefined;
    const chart = new UPlot(optionsFor(dark), dataOf(buckets), box);
    return () => chart.destroy();
  }, [box, buckets, dark]);
  return (
    <div ref={setBox} role="img" aria-label={label} style={{ width: WIDTH, height: HEIGHT }} />
  );
}

function dataOf(buckets: SparklineProps['buckets']): UPlot.AlignedData {
  return [
    buckets.map(({ at }) => at / 1000),
    buckets.map(({ done, failed }) => done + failed),
    buckets.map(({ failed }) => failed),
  ];
}

/** `dark` is not read: colours come from the tokens, which follow it. */
function optionsFor(_dark: boolean): UPlot.Options {
  const paths = UPlot.paths.bars?.({ size: [0.75, 12], align: 0 });
  const bar = (token: string): UPlot.Series => ({
    paths,
    width: 0,
    fill: tokenColor(token),
    stroke: tokenColor(token),
    points: { show: false },
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    axes: [{ show: false }, { show: false }],
    padding: [2, 4, 2, 4],
    scales: { x: { time: true }, y: { range: (_, __, max) => [0, Math.max(1, max)] } },
    series: [{}, bar('ok'), bar('fail')],
  };
}
