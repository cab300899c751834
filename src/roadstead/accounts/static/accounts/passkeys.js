// What a browser says when a passkey could not be used, in words on the page instead of in its console.
(function () {
  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    const place = document.querySelector("[data-passkey-trouble]");
    if (!place) return;
    place.hidden = false;
    place.focus();
  });
})();
