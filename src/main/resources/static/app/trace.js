// Draws the way of money or hours from the table beside it: the table is the truth, this its picture.
(() => {
  'use strict';
  const COLOURS = ['#1f45a8', '#b86b00', '#007155', '#6b3d00', '#454b6b'];
  const figure = document.querySelector('figure[data-sankey]');
  const rows = [...document.getElementById(figure.dataset.table).tBodies[0].rows];
  const links = rows.map(row => ({
    source: row.dataset.from, target: row.dataset.to, value: Number(row.dataset.value), shown: row.dataset.shown,
  }));
  const names = [...new Set(links.flatMap(link => [link.source, link.target]))];
  if (names.length === 0) return;
  figure.classList.add('app-chart--drawn');
  const label = { color: '#131525', fontFamily: 'Patenbuch Sans, Fira Sans, sans-serif', fontSize: 14, lineHeight: 17 };
  const chart = echarts.init(figure.querySelector('[data-chart-box]'), null, { renderer: 'svg' });
  chart.setOption({
    color: COLOURS,
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    aria: { enabled: true, label: { description: figure.dataset.description } },
    tooltip: {
      renderMode: 'richText', textStyle: label,
      formatter: point => point.dataType === 'edge'
        ? point.data.source + ' → ' + point.data.target + ': ' + point.data.shown : point.name,
    },
    series: [{
      type: 'sankey', left: 4, right: 160, top: 8, bottom: 8, nodeGap: 14, draggable: false,
      data: names.map(name => ({ name })), links, label: { ...label, width: 150, overflow: 'break' },
      lineStyle: { color: 'source', opacity: 0.35 }, emphasis: { focus: 'adjacency' },
    }],
  });
  window.addEventListener('resize', () => chart.resize());
})();
