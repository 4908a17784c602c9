// Puts the query editor in the place of the plain form, which stays for browsers that run no scripts.
(() => {
  "use strict";
  const place = document.getElementById("query-editor");
  const form = document.getElementById("query-form");
  if (!place || !form || typeof Yasgui === "undefined") {
    return;
  }
  const given = form.elements.query.value;
  const editor = new Yasgui(place, {
    requestConfig: { endpoint: new URL(form.action).href, method: "POST" },
    endpointCatalogueOptions: { getData: () => [], keys: [] },
    copyEndpointOnNewTab: true,
    persistenceId: "declared-queries",
    populateFromUrl: true,
    yasqe: {
      value: given || form.dataset.example,
      // Prefixes come from this server; nothing is asked of any other.
      prefixCcApi: form.dataset.prefixes,
      autocompleters: ["prefixes", "variables"],
    },
  });
  if (given) {
    const tab = editor.addTab(true, { name: form.dataset.tab });
    tab.setQuery(given);
  }
  form.hidden = true;
})();
