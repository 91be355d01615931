// Line icons of 20 by 20, drawn with the color of the text beside them.
const shapes = {
  home: 'M3 9.5 10 3l7 6.5M5 8v9h10V8',
  orders: 'M5 3h10v14l-2.5-1.5L10 17l-2.5-1.5L5 17zM8 7h4M8 10.5h4',
  work: 'M10 5.5V10l3 2M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0',
  products: 'M3 6.5 10 3l7 3.5v7L10 17l-7-3.5zM3 6.5 10 10m0 0 7-3.5M10 10v7',
  gift: 'M3 8h14v3H3zM4.5 11v6h11v-6M10 8v9M10 8S9 3.5 6.8 4 7 8 10 8zm0 0s1-4.5 3.2-4S13 8 10 8z',
  customers: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.5 17c.6-3.2 3-5 6.500-5s5.900 1.800 6.500 5',
  webhooks: 'M4 10h9m0 0-3.500-3.500M13 10l-3.500 3.500M16.500 4v12',
  shop: 'M3.500 8 5 3.500h10L16.500 8M3.500 8v8.500h13V8M3.500 8h13M8 16.500V12h4v4.500',
  tokens: 'M11.500 8.500a3.500 3.500 0 1 0-3 3l1 1H11v1.500h1.500V15.500H15v-3.200z',
  more: 'M4.500 10h.01M10 10h.01M15.500 10h.01',
  search: 'M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12.700 12.700 17 17',
  out: 'M8 4H4v12h4M8 10h9m0 0-3-3m3 3-3 3',
  copy: 'M7 7V3.500h9.500V13H13M3.500 7H13v9.500H3.500z',
  done: 'M4.500 10.500 8.500 14.500 15.500 6',
};

export function icon(name, size = 20) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const set = (node, values) => Object.entries(values).forEach(([key, value]) => node.setAttribute(key, value));
  set(svg, { viewBox: '0 0 20 20', width: size, height: size, 'aria-hidden': 'true', focusable: 'false', class: 'icon' });
  const path = document.createElementNS(svg.namespaceURI, 'path');
  set(path, {
    d: shapes[name],
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': name === 'more' ? 2.5 : 1.5,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  svg.append(path);
  return svg;
}
