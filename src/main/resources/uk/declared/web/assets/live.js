// Keeps a page up to date while results come in, sorts and filters the table of councils, and plays a night again.
// Without this script every page is complete as it was served.
'use strict';
(() => {
  const main = document.querySelector('main');
  const board = document.querySelector('.declared-board');
  const base = document.documentElement.dataset.base || '';
  const lang = document.documentElement.lang;
  const query = new URLSearchParams(window.location.search);
  // A map of hexagons stays one, also where outlines were drawn since.
  const hexagons = query.get('shape') === 'hexagons' || document.querySelector('.declared-hexmap .declared-hex');
  const asked = (query.has('lang') ? `&lang=${lang}` : '') + (hexagons ? '&shape=hexagons' : '');
  const bar = document.querySelector('[data-live-bar]');
  const region = document.querySelector('[data-live-region]');
  const jitter = (most) => Math.random() * most;

  // ---- what is shown ----

  /** An element's markup as an element, whatever it is a part of. */
  const parse = (html, old) => {
    const wrap = old instanceof SVGElement ? `<svg>${html}</svg>` : old.tagName === 'TR' ? `<table><tbody>${html}</tbody></table>` : html;
    const found = new DOMParser().parseFromString(wrap, 'text/html').getElementById(old.id);
    return found && document.importNode(found, true);
  };
  const waiting = new Map();
  /** Replaces an element, but not while it holds the focus: then as soon as the focus has left it. */
  const replace = (old, fresh) => {
    if (!old || !fresh || old.outerHTML === fresh.outerHTML) return;
    if (old.contains(document.activeElement)) {
      if (!waiting.has(old.id)) {
        old.addEventListener('focusout', () => setTimeout(() => {
          const latest = waiting.get(old.id);
          waiting.delete(old.id);
          replace(document.getElementById(old.id), latest);
        }), { once: true });
      }
      waiting.set(old.id, fresh);
      return;
    }
    const open = old.querySelector('details[open]');
    old.replaceWith(fresh);
    if (open && fresh.querySelector('details')) fresh.querySelector('details').open = true;
    if (fresh.classList) fresh.classList.add('declared-new');
  };
  const say = (text) => { if (region) region.textContent = text; };
  const status = (text, lost) => {
    if (!bar) return;
    bar.hidden = false;
    bar.classList.toggle('declared-live--lost', Boolean(lost));
    bar.querySelector('[data-live-status]').textContent = text;
  };
  const news = (count, show) => {
    const button = bar && bar.querySelector('[data-live-news]');
    if (!button) return;
    button.hidden = count === 0;
    button.textContent = count === 1 ? bar.dataset.one : bar.dataset.many.replace('{0}', count);
    button.onclick = show;
  };

  // ---- the ticker ----

  const ticker = document.getElementById('board-ticker');
  let held = [];
  const release = () => {
    held.forEach((line) => { ticker.prepend(line); });
    held = [];
    news(0, null);
    filter();
    ticker.parentElement.scrollTop = 0;
  };
  /** New lines stand on top at once where the reader is there; else a button tells how many there are. */
  const tell = (lines) => {
    const fresh = lines.map((html) => new DOMParser().parseFromString(html, 'text/html').querySelector('li'))
      .filter((line) => line && !document.getElementById(line.id) && !held.some((other) => other.id === line.id))
      .map((line) => document.importNode(line, true));
    if (!fresh.length) return;
    say(fresh.length > 3 ? bar.dataset.many.replace('{0}', fresh.length) : fresh.map((line) => line.lastElementChild.textContent).join('. '));
    if (!ticker) return;
    fresh.forEach((line) => line.classList.add('declared-new'));
    held.push(...fresh);
    const box = ticker.parentElement;
    if (box.scrollTop > 4 || box.contains(document.activeElement)) news(held.length, release);
    else release();
  };

  // ---- the board ----

  let version = board ? Number(board.dataset.version) : 0;
  const apply = (changes) => {
    if (changes.reload) { refetch(); return; }
    Object.entries(changes.fragments).forEach(([id, html]) => {
      const old = document.getElementById(id);
      if (old) replace(old, parse(html, old));
    });
    version = changes.version;
    tell(changes.lines);
    filter();
    sortAgain();
  };
  const ask = () => fetch(`${base}${board.dataset.live}?since=${version}${asked}`, { cache: 'no-cache' })
    .then((answer) => { if (!answer.ok) throw new Error(answer.status); return answer.json(); })
    .then((changes) => { apply(changes); status(bar.dataset.on); });

  /** Any page: asks for itself again, and replaces what differs. */
  const refetch = (address) => fetch(address || window.location.href, { cache: 'no-cache', headers: { Accept: 'text/html' } })
    .then((answer) => { if (!answer.ok) throw new Error(answer.status); return answer.text(); })
    .then((text) => {
      const page = new DOMParser().parseFromString(text, 'text/html');
      if (board) {
        page.querySelectorAll('.declared-board [id]').forEach((fresh) => {
          if (/^(hex-|map-|row-|contest-|board-(totals|parties|council|wards|ticker)$)/.test(fresh.id)) {
            replace(document.getElementById(fresh.id), document.importNode(fresh, true));
          }
        });
        version = Number(page.querySelector('.declared-board').dataset.version);
        filter();
        return;
      }
      const fresh = [...page.querySelector('main').children];
      const old = [...main.children];
      const show = () => {
        if (fresh.length !== old.length) { main.replaceChildren(...fresh.map((part) => document.importNode(part, true))); return; }
        old.forEach((part, at) => {
          if (part.outerHTML !== fresh[at].outerHTML && !part.contains(document.activeElement)) part.replaceWith(document.importNode(fresh[at], true));
        });
      };
      const same = fresh.length === old.length && fresh.every((part, at) => part.outerHTML === old[at].outerHTML);
      if (same) return;
      say(bar ? bar.dataset.one : '');
      if (window.scrollY > 300) news(1, () => { show(); news(0, null); });
      else show();
    });

  // ---- what keeps it alive ----

  const scope = document.documentElement.dataset.live; // of other pages: "all", "council:…" or "contest:…"
  const day = board && /\d{4}-\d{2}-\d{2}/.exec(board.dataset.live || '');
  const concerns = (event) => {
    if (board) return event.contest.endsWith(`.${day[0]}`);
    const [kind, name] = scope.split(':');
    return kind === 'all' || (kind === 'council' ? event.council === name : event.contest.endsWith(`/${name}`));
  };
  let source = null;
  let tries = 0;
  let asking = null;
  let polling = null;
  let last = 0;
  const update = () => {
    if (asking) return;
    // Declarations that come close together are asked for together, and not by all readers in one instant.
    asking = setTimeout(() => {
      asking = null;
      last = Date.now();
      (board ? ask() : refetch()).catch(() => { status(bar ? bar.dataset.lost : '', true); });
    }, Math.max(0, last + 1200 - Date.now()) + jitter(350));
  };
  const poll = (on) => {
    if (on && !polling) polling = setInterval(update, 10000 + jitter(3000));
    if (!on && polling) { clearInterval(polling); polling = null; }
  };
  const close = () => { if (source) { source.close(); source = null; } };
  const connect = () => {
    if (source || document.hidden) return;
    const council = board ? board.dataset.council : scope.startsWith('council:') ? scope.slice(8) : '';
    source = new EventSource(`${base}/events${council ? `?council=${council}` : ''}`);
    source.onopen = () => {
      if (tries > 0) update();
      tries = 0;
      poll(false);
      status(bar ? bar.dataset.on : '');
    };
    source.onmessage = (message) => { if (concerns(JSON.parse(message.data))) update(); };
    source.addEventListener('missed', update);
    source.onerror = () => {
      tries += 1;
      status(bar ? bar.dataset.lost : '', true);
      // The browser tries again by itself unless the server refused. After some failures the page asks from time to time.
      if (tries >= 3) poll(true);
      if (source && source.readyState === EventSource.CLOSED) {
        close();
        setTimeout(connect, Math.min(60000, 1000 * 2 ** tries) * (0.5 + jitter(1)));
      }
    };
  };
  let leaving = null;
  const start = () => {
    connect();
    document.addEventListener('visibilitychange', () => {
      clearTimeout(leaving);
      // A page that nobody looks at rests, and catches up when it is looked at again.
      if (document.hidden) leaving = setTimeout(() => { close(); poll(false); }, 60000);
      else if (!source) { connect(); update(); }
    });
    window.addEventListener('pagehide', close);
  };

  // ---- the table of councils ----

  const form = document.querySelector('[data-filters]');
  const table = document.querySelector('[data-sortable]');
  const matches = (element) => {
    const chosen = Object.fromEntries(new FormData(form));
    const name = (chosen.q || '').toLowerCase();
    return (!name || element.textContent.toLowerCase().includes(name))
      && (!chosen.region || element.dataset.region === chosen.region)
      && (!chosen.party || (element.dataset.party || '').split(' ').includes(chosen.party))
      && (!chosen.change || element.dataset.kind === chosen.change);
  };
  function filter() {
    if (!form) return;
    if (table) [...table.tBodies[0].rows].forEach((row) => { row.hidden = !matches(row); });
    if (ticker) [...ticker.children].forEach((line) => { line.hidden = !matches(line); });
  }
  let sorted = null;
  const sort = (key, falling) => {
    const rows = [...table.tBodies[0].rows];
    const value = (row) => row.dataset[key] || '';
    const number = (text) => parseFloat(text.replace(',', '.'));
    rows.sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if ((x === '') !== (y === '')) return x === '' ? 1 : -1;
      const order = key === 'share' || key === 'turnout' ? number(x) - number(y) : x.localeCompare(y, lang);
      return (falling ? -order : order) || a.dataset.name.localeCompare(b.dataset.name, lang);
    });
    table.tBodies[0].append(...rows);
  };
  function sortAgain() {
    // Rows stay where they are while somebody reads in the table.
    if (sorted && table && !table.contains(document.activeElement) && !table.matches(':hover')) sort(sorted.key, sorted.falling);
  }
  if (table) {
    table.querySelectorAll('th[data-sort]').forEach((heading) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'declared-sort';
      button.textContent = heading.textContent;
      heading.replaceChildren(button);
      button.addEventListener('click', () => {
        const falling = heading.getAttribute('aria-sort') === 'ascending';
        table.querySelectorAll('th[aria-sort]').forEach((other) => other.removeAttribute('aria-sort'));
        heading.setAttribute('aria-sort', falling ? 'descending' : 'ascending');
        sorted = { key: heading.dataset.sort, falling };
        sort(sorted.key, falling);
      });
    });
  }
  if (form) {
    form.addEventListener('submit', (event) => { event.preventDefault(); filter(); });
    form.addEventListener('input', () => {
      filter();
      const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
      window.history.replaceState(null, '', `${window.location.pathname}${chosen.size ? `?${chosen}` : ''}`);
    });
    filter();
  }

  // ---- the night again ----

  const replay = document.querySelector('[data-replay]');
  if (replay) {
    const slider = replay.querySelector('input[type="range"]');
    const at = replay.querySelector('[name="at"]');
    const play = replay.querySelector('[data-play]');
    const from = new Date(`${replay.dataset.from}:00Z`).getTime();
    const text = () => new Date(from + slider.value * 60000).toISOString().slice(0, 16);
    let showing = Promise.resolve();
    const show = () => {
      close();
      poll(false);
      at.value = text();
      const address = `${replay.action.split('?')[0]}?at=${text()}${asked}`;
      showing = refetch(address).then(() => { status(at.value.replace('T', ', ')); });
      return showing;
    };
    slider.hidden = false;
    play.hidden = false;
    slider.addEventListener('change', show);
    slider.addEventListener('input', () => { at.value = text(); });
    let playing = false;
    const step = () => {
      if (!playing) return;
      if (Number(slider.value) >= Number(slider.max)) { play.click(); return; }
      slider.value = Number(slider.value) + Math.max(1, Math.round(slider.max / 120));
      show().catch(() => {}).then(() => setTimeout(step, 600));
    };
    const words = [play.textContent, play.dataset.pause];
    play.addEventListener('click', () => {
      playing = !playing;
      play.textContent = words[playing ? 1 : 0];
      if (playing && Number(slider.value) >= Number(slider.max)) slider.value = 0;
      step();
    });
  }

  if ((board && board.dataset.live) || scope) start();
})();
