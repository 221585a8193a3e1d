// Draws a bar chart from the table that stands beside it: the table is the truth, the chart its picture.
// <figure data-chart data-table="id"> with an empty box; row headers are the axis, each column with data-series a series.
(() => {
  'use strict';
  // Hex, for ECharts cannot read KERN's oklch tokens; told apart by pattern as well as by colour
  const COLOURS = ['#1f45a8', '#b86b00', '#007155'];

  function read(table) {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    return {
      names: rows.map(row => row.cells[0].dataset.short || row.cells[0].textContent.trim()),
      series: heads.map((head, column) => ({ head, column })).filter(({ head }) => 'series' in head.dataset)
        .map(({ head, column }) => ({
          name: head.textContent.trim(),
          values: rows.map(row => Number(row.cells[column].dataset.value)),
          shown: rows.map(row => row.cells[column].textContent.trim()),
        })),
    };
  }

  function axisNumber(locale, divisor) {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    return value => format.format(value / divisor);
  }

  function option(figure, data, locale, divisor) {
    const label = { color: '#131525', fontFamily: 'Patenbuch Sans, Fira Sans, sans-serif', fontSize: 14 };
    return {
      color: COLOURS,
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      aria: { enabled: true, label: { description: figure.dataset.description }, decal: { show: data.series.length > 1 } },
      grid: { left: 4, right: 4, top: 56, bottom: 4, containLabel: true },
      legend: { show: data.series.length > 1, top: 0, left: 0, selectedMode: false, textStyle: label },
      tooltip: {
        trigger: 'axis', renderMode: 'richText', textStyle: label, axisPointer: { type: 'shadow' },
        formatter: points => [points[0].name].concat(points.map(point =>
          data.series[point.seriesIndex].name + ': ' + data.series[point.seriesIndex].shown[point.dataIndex])).join('\n'),
      },
      xAxis: { type: 'category', data: data.names, axisTick: { show: false }, axisLabel: { ...label, hideOverlap: true }, axisLine: { lineStyle: { color: '#6e7597' } } },
      yAxis: {
        type: 'value', name: figure.dataset.unit, nameTextStyle: { ...label, align: 'left' }, splitNumber: 4,
        axisLabel: { ...label, formatter: axisNumber(locale, divisor) }, splitLine: { lineStyle: { color: '#d9dbe6' } },
        minInterval: divisor,
      },
      series: data.series.map(one => ({ type: 'bar', name: one.name, data: one.values, barMaxWidth: 28, barGap: '10%' })),
    };
  }

  function draw(figure) {
    const table = document.getElementById(figure.dataset.table);
    const data = read(table);
    const locale = document.documentElement.lang;
    figure.classList.add('app-chart--drawn');
    const chart = echarts.init(figure.querySelector('[data-chart-box]'), null, { renderer: 'svg', locale: locale.toUpperCase() });
    chart.setOption(option(figure, data, locale, Number(figure.dataset.divisor)));
    document.addEventListener('patenbuch:changed', () =>
      chart.setOption(option(figure, read(document.getElementById(figure.dataset.table)), locale, Number(figure.dataset.divisor))));
    window.addEventListener('resize', () => chart.resize());
    window.addEventListener('beforeprint', () => chart.resize({ width: 640 }));
    window.addEventListener('afterprint', () => chart.resize({ width: 'auto' }));
  }

  document.querySelectorAll('figure[data-chart]').forEach(draw);
})();
