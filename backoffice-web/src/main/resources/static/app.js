// A tab that nobody looks at does not ask for progress.
document.addEventListener('htmx:beforeRequest', (event) => {
  if (document.hidden) {
    event.preventDefault();
  }
});
