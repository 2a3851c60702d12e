#include "report/html_assets.h"

namespace gainsay::internal {

const char kHtmlScript[] = R"js(
'use strict';
(() => {
  const page = 200;
  const list = document.getElementById('findings'), filters = document.getElementById('filters');
  const status = document.getElementById('status'), more = document.getElementById('more');
  const panel = document.getElementById('panel'), wide = matchMedia('(min-width: 56rem)');
  if (!list || !filters) return;
  const names = [...document.querySelectorAll('[data-source]')].map((row) => row.textContent);
  const rows = [...list.children].map((card, order) => ({
    card, order, text: null, voices: +card.dataset.voices, violation: +card.dataset.violation,
    severity: [card.dataset.severity], kind: [card.dataset.kind], state: [card.dataset.state],
    subject: [card.dataset.subject], predicate: [card.dataset.predicate],
    source: card.dataset.sources.split(' ').filter(Boolean).map((i) => names[i]),
  }));
  const byId = new Map(rows.map((row) => [row.card.id, row.card]));
  const facets = ['severity', 'kind', 'state', 'subject', 'predicate', 'source'];
  const chosen = Object.fromEntries(facets.map((facet) => [facet, new Set()]));
  const search = document.getElementById('search'), sort = document.getElementById('sort');
  let shown = page, counted = {};

  const matches = (row, facet) => !chosen[facet].size || row[facet].some((value) => chosen[facet].has(value));
  const words = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const hasWords = (row, wanted) => {
    if (!wanted.length) return true;
    row.text ??= row.card.textContent.toLowerCase();
    return wanted.every((word) => row.text.includes(word));
  };

  function apply() {
    const wanted = words();
    const found = rows.filter((row) => hasWords(row, wanted) && facets.every((facet) => matches(row, facet)));
    // Only what is shown stays in the page: thousands of cards would slow down each step.
    list.replaceChildren(...found.slice(0, shown).map((row) => row.card));
    status.textContent = `${found.length} of ${rows.length} findings` +
      (found.length > shown ? `, the first ${shown} shown` : '');
    more.hidden = found.length <= shown;
    for (const facet of facets) count(facet, wanted);
  }

  // How many findings each value would leave, the other facets as they are.
  function count(facet, wanted) {
    const numbers = new Map();
    for (const row of rows) {
      if (!hasWords(row, wanted) || !facets.every((other) => other === facet || matches(row, other))) continue;
      for (const value of new Set(row[facet])) numbers.set(value, (numbers.get(value) ?? 0) + 1);
    }
    for (const [value, label] of counted[facet]) label.textContent = numbers.get(value) ?? 0;
  }

  function build(facet) {
    const numbers = new Map();
    for (const row of rows) for (const value of new Set(row[facet])) numbers.set(value, (numbers.get(value) ?? 0) + 1);
    const values = [...numbers].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 50);
    counted[facet] = new Map();
    if (values.length < 2) return;
    const set = document.createElement('fieldset'), legend = document.createElement('legend');
    const options = document.createElement('div');
    options.className = 'options';
    legend.textContent = facet[0].toUpperCase() + facet.slice(1) + (numbers.size > 50 ? ` (50 of ${numbers.size})` : '');
    for (const [value] of values) {
      const label = document.createElement('label'), box = document.createElement('input');
      const name = document.createElement('span'), number = document.createElement('span');
      box.type = 'checkbox';
      name.textContent = value || '(none)';
      box.addEventListener('change', () => {
        if (box.checked) chosen[facet].add(value); else chosen[facet].delete(value);
        shown = page;
        apply();
      });
      label.append(box, name, number);
      options.append(label);
      counted[facet].set(value, number);
    }
    set.append(legend, options);
    filters.append(set);
  }

  const orders = {
    report: (a, b) => a.order - b.order,
    voices: (a, b) => b.voices - a.voices || a.order - b.order,
    violation: (a, b) => b.violation - a.violation || a.order - b.order,
    subject: (a, b) => (a.subject[0] < b.subject[0] ? -1 : a.subject[0] > b.subject[0] ? 1 : a.order - b.order),
  };
  sort.addEventListener('change', () => {
    rows.sort(orders[sort.value]);
    apply();
  });
  let timer;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => { shown = page; apply(); }, 120);
  });
  document.getElementById('clear').addEventListener('click', () => {
    for (const facet of facets) chosen[facet].clear();
    for (const box of filters.querySelectorAll('input[type=checkbox]')) box.checked = false;
    search.value = '';
    shown = page;
    apply();
  });
  more.addEventListener('click', () => { shown += page; apply(); });

  // A link to a finding shows it, whatever is filtered.
  function follow() {
    const card = byId.get(decodeURIComponent(location.hash.slice(1)));
    if (!card) return;
    if (!card.isConnected) list.prepend(card);
    for (const other of list.querySelectorAll('.linked')) other.classList.remove('linked');
    card.classList.add('linked');
    card.scrollIntoView();
    card.focus({preventScroll: true});
  }
  addEventListener('hashchange', follow);
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll('.finding details')) part.open = true;
  });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input[type=search], select')) return;
    if (event.key === '/') {
      event.preventDefault();
      panel.open = true;
      search.focus();
    } else if (event.key === 'j' || event.key === 'k') {
      const cards = [...list.children];
      const at = cards.indexOf(document.activeElement.closest('.finding'));
      const next = cards[event.key === 'j' ? at + 1 : at - 1];
      if (next) { next.focus(); next.scrollIntoView({block: 'start'}); }
    }
  });

  for (const facet of facets) build(facet);
  document.documentElement.classList.add('js');
  panel.hidden = false;
  panel.open = wide.matches;
  wide.addEventListener('change', () => { panel.open = wide.matches; });
  apply();
  follow();
})();
)js";

const char kHtmlScriptHash[] = "CX2gIrUFaTO4lHUqyRo0QlWpJomLgsL2eIDYGVrCjNE=";

}  // namespace gainsay::internal
