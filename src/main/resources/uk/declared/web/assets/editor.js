// Puts an editor in the place of the plain field for a query: SPARQL in colours, and completion from this service's own
// vocabulary and prefixes. Nothing is asked of any other host. Without this script the field and its form work all the same.
(() => {
  'use strict';
  const form = document.getElementById('query-form');
  const field = document.getElementById('query-text');
  const place = document.getElementById('query-editor');
  if (!form || !field || !place || typeof Yasgui === 'undefined') {
    return;
  }
  const LONGEST_ADDRESS = 6000;
  const texts = form.dataset;
  // Its own completers ask other hosts.
  Yasgui.Yasqe.defaults.autocompleters = [];
  new Yasgui.Yasqe(place, {
    value: field.value || texts.example,
    persistenceId: null,
    showQueryButton: false,
    createShareableLink: null,
    consumeShareLink: null,
    resizeable: false,
    lineWrapping: true,
    viewportMargin: Infinity,
  });
  // Yasqe is a copy of the editor that it makes; what is done with the copy does not reach the page.
  const editor = place.querySelector('.CodeMirror').CodeMirror;
  const input = editor.getInputField();
  input.setAttribute('aria-label', texts.label);
  input.setAttribute('aria-describedby', 'query-keys');
  field.closest('.govuk-form-group').hidden = true;
  field.required = false;
  document.getElementById('query-keys').hidden = false;

  const send = () => {
    field.value = editor.getValue();
    // What is too long for an address is sent as the body, and is not saved in the address.
    form.method = field.value.length > LONGEST_ADDRESS ? 'post' : 'get';
  };
  form.addEventListener('submit', send);

  let vocabulary = { prefixes: {}, terms: [] };
  Promise.all([fetch(texts.prefixes), fetch(texts.terms)])
    .then((answers) => Promise.all(answers.map((answer) => answer.json())))
    .then(([prefixes, terms]) => {
      vocabulary = { prefixes, terms };
    })
    .catch(() => {});

  const known = () => [
    ...vocabulary.terms,
    ...Object.keys(vocabulary.prefixes).map((prefix) => ({ name: `${prefix}:`, label: vocabulary.prefixes[prefix] })),
    ...[...new Set(editor.getValue().match(/\?[A-Za-z_]\w*/g) || [])].map((name) => ({ name, label: '' })),
  ];

  const hint = (cm) => {
    const cursor = cm.getCursor();
    const before = cm.getLine(cursor.line).slice(0, cursor.ch);
    const typed = before.match(/[?A-Za-z_][\w:-]*$/);
    const word = (typed ? typed[0] : '').toLowerCase();
    const local = word.includes(':') ? word.slice(word.indexOf(':') + 1) : word;
    const fits = (term) =>
      term.name.toLowerCase() !== word &&
      (term.name.toLowerCase().startsWith(word) ||
        (local.length > 1 && !word.startsWith('?') && `${term.name} ${term.label}`.toLowerCase().includes(local) &&
          (!word.includes(':') || term.name.toLowerCase().startsWith(word.slice(0, word.indexOf(':') + 1)))));
    return {
      from: { line: cursor.line, ch: cursor.ch - (typed ? typed[0].length : 0) },
      to: cursor,
      list: known()
        .filter(fits)
        .slice(0, 40)
        .map((term) => ({
          text: term.name,
          displayText: term.label ? `${term.name}  ${term.label}` : term.name,
        })),
    };
  };

  const addPrefix = (text) => {
    const prefix = text.includes(':') ? text.slice(0, text.indexOf(':')) : '';
    const uri = vocabulary.prefixes[prefix];
    if (uri && !new RegExp(`prefix\\s+${prefix}:`, 'i').test(editor.getValue())) {
      editor.replaceRange(`PREFIX ${prefix}: <${uri}>\n`, { line: 0, ch: 0 });
    }
  };

  const complete = () => {
    editor.showHint({ hint, completeSingle: false, closeCharacters: /[\s;.,{}()]/ });
  };
  editor.on('inputRead', (cm, change) => {
    if (/^[A-Za-z:?]$/.test(change.text[0] || '')) {
      complete();
    }
  });
  editor.on('change', (cm, change) => {
    if (change.origin === 'complete') {
      addPrefix(change.text[0]);
    }
  });
  // Tab leaves the editor, as it leaves every field.
  editor.setOption('extraKeys', {
    'Ctrl-Space': complete,
    'Ctrl-Enter': () => form.requestSubmit(),
    'Cmd-Enter': () => form.requestSubmit(),
    Tab: false,
    'Shift-Tab': false,
  });
})();
