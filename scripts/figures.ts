/** @param part from 0 to 1: 0.5 is the median, 1 the greatest */
export function percentile(numbers: readonly number[], part: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(part * (numbers.length - 1))] ?? 0;
}

/** @returns 0 of no numbers */
export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

export function round(number: number, digits = 2): number {
  return Number(number.toFixed(digits));
}
