// Offers what may be meant while somebody types into a search box: a combobox as the ARIA Authoring Practices describe it
// (list autocomplete with manual selection). Without this script the form works all the same.
'use strict';

(() => {
  const PAUSE_MILLISECONDS = 150;
  const SHORTEST = 2;
  const base = document.documentElement.dataset.base || '';
  const language = document.documentElement.lang;
  let boxes = 0;

  document.querySelectorAll('form[role=search] input[type=search]').forEach((input) => {
    const words = document.querySelector('.declared-search').dataset;
    const id = `suggestions-${(boxes += 1)}`;
    const list = document.createElement('ul');
    const news = document.createElement('div');
    let timer = 0;
    let asked = 0;
    let current = -1;

    list.id = id;
    list.className = 'declared-suggestions';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', words.suggestions);
    list.hidden = true;
    news.className = 'govuk-visually-hidden';
    news.setAttribute('role', 'status');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', id);
    // The place is there already, so that nothing moves when this script comes.
    input.closest('.declared-suggest').append(list, news);

    const close = () => {
      list.hidden = true;
      current = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };

    const choose = (to) => {
      const options = list.children;
      if (options.length === 0) {
        return;
      }
      if (current >= 0) {
        options[current].setAttribute('aria-selected', 'false');
      }
      current = (to + options.length) % options.length;
      options[current].setAttribute('aria-selected', 'true');
      options[current].scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', options[current].id);
    };

    const show = (suggestions) => {
      list.replaceChildren(
        ...suggestions.map((suggestion, at) => {
          const option = document.createElement('li');
          option.id = `${id}-${at}`;
          option.setAttribute('role', 'option');
          option.setAttribute('aria-selected', 'false');
          option.dataset.href = base + suggestion.href;
          const name = document.createElement('span');
          name.textContent = suggestion.name;
          const detail = document.createElement('span');
          detail.className = 'declared-note';
          detail.textContent = suggestion.detail;
          option.append(name, ' ', detail);
          return option;
        }),
      );
      current = -1;
      list.hidden = suggestions.length === 0;
      input.setAttribute('aria-expanded', String(suggestions.length > 0));
      input.removeAttribute('aria-activedescendant');
      news.textContent = words.found.replace('{0}', suggestions.length);
    };

    const go = (option) => {
      window.location.assign(option.dataset.href + (/[?&]lang=/.test(window.location.search) ? `?lang=${language}` : ''));
    };

    const ask = async () => {
      const text = input.value.trim();
      const number = (asked += 1);
      if (text.length < SHORTEST) {
        close();
        return;
      }
      const answer = await fetch(`${base}/search/suggestions?q=${encodeURIComponent(text)}&lang=${language}`);
      // Whoever types on is shown what fits what stands there now.
      if (answer.ok && number === asked && document.activeElement === input) {
        show(await answer.json());
      }
    };

    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => ask().catch(close), PAUSE_MILLISECONDS);
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' && !list.hidden) {
        event.preventDefault();
        choose(current + 1);
      } else if (event.key === 'ArrowUp' && !list.hidden) {
        event.preventDefault();
        choose(current < 0 ? -1 : current - 1);
      } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === 'Enter' && current >= 0) {
        event.preventDefault();
        go(list.children[current]);
      }
    });
    input.addEventListener('blur', close);
    // The mouse goes down before the focus leaves the box.
    list.addEventListener('mousedown', (event) => {
      const option = event.target.closest('li');
      if (option) {
        event.preventDefault();
        go(option);
      }
    });
  });
})();
