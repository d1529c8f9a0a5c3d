import { useEffect, useState } from 'react';
import UPlot from 'uplot';

import { tokenColor, useIsDark } from '#lib';

import { sizeOf, type Bar } from './bar-words.ts';

/** In px; a class of the frame beside it has the same width. */
const WIDTH = 246;
const HEIGHT = 30;
/** A single failure among thousands must not be too small to be seen. */
const LEAST_PX = 2;

interface BarPlotProps {
  bars: Bar[];
  /** Where the scale ends. */
  most: number;
}

/** Bars side by side over the whole width, failures in red at their foot. */
export function BarPlot({ bars, most }: BarPlotProps) {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const dark = useIsDark();
  useEffect(() => {
    if (!box) return undefined;
    const chart = new UPlot(optionsFor(bars.length, most, dark), dataOf(bars, most), box);
    return () => chart.destroy();
  }, [box, bars, most, dark]);
  return <div ref={setBox} aria-hidden className="absolute inset-0" />;
}

function dataOf(bars: Bar[], most: number): UPlot.AlignedData {
  const least = (LEAST_PX / HEIGHT) * most;
  return [
    bars.map((_, index) => index),
    bars.map(sizeOf),
    bars.map(({ failed }) => (failed === 0 ? 0 : Math.max(failed, least))),
  ];
}

/** `dark` is not read: colours come from the tokens, which follow it. */
function optionsFor(count: number, most: number, _dark: boolean): UPlot.Options {
  const paths = UPlot.paths.bars?.({ size: [0.85, Infinity] });
  const bar = (token: string): UPlot.Series => ({
    paths,
    width: 0,
    fill: tokenColor(token),
    points: { show: false },
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    axes: [{ show: false }, { show: false }],
    padding: [0, 0, 0, 0],
    scales: {
      x: { time: false, range: [-0.5, count - 0.5] },
      y: { range: [0, most] },
    },
    series: [{}, bar('ok'), bar('fail')],
  };
}
