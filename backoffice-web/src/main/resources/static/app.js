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

// A file that is too large is said before it is sent; the server says it too.
for (const input of document.querySelectorAll('[data-most-bytes]')) {
  input.addEventListener('change', () => {
    const isTooLarge = [...input.files].some((file) => file.size > Number(input.dataset.mostBytes));
    input.setCustomValidity(isTooLarge ? input.dataset.tooLarge : '');
    input.reportValidity();
  });
}
