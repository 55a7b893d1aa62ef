// A tab that nobody looks at does not ask for progress.
document.addEventListener('htmx:beforeRequest', (event) => {
  if (document.hidden) {
    event.preventDefault();
  }
});

// One box chooses all of its name on the page; without scripts there is no such box.
for (const all of document.querySelectorAll('[data-select-all]')) {
  all.closest('[hidden]').hidden = false;
  all.addEventListener('change', () => {
    for (const one of document.getElementsByName(all.dataset.selectAll)) {
      one.checked = all.checked;
    }
  });
}
