/** The lower quartile, the median and the upper quartile. */
function quartiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share => {
    const position = (sorted.length - 1) * share;
    const below = Math.floor(position);
    return sorted[below] + (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]) * (position - below);
  };
  return [at(0.25), at(0.5), at(0.75)];
}

/** The median of the ratios round by round, which a machine that drifts does not move. */
function ratio(runs, against, key) {
  return quartiles(runs.map((run, round) => run[key] / against[round][key]))[1];
}

/** Rows as a Markdown table. */
function table(rows) {
  const columns = Object.keys(rows[0]);
  return [columns, columns.map(() => '---'), ...rows.map(row => columns.map(column => row[column]))].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

module.exports = { quartiles, ratio, table };
