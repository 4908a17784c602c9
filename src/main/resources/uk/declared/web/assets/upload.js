// Shows how much of a file has been sent. Without this script the form works all the same.
'use strict';

for (const form of document.querySelectorAll('form[data-declared-upload]')) {
  const progress = form.querySelector('progress');
  const button = form.querySelector('button');

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    progress.hidden = false;
    button.disabled = true;
    request.upload.addEventListener('progress', (sent) => {
      if (sent.lengthComputable) {
        progress.value = Math.round((100 * sent.loaded) / sent.total);
      }
    });
    // The answer is a redirection, which the request has followed: go where it led.
    request.addEventListener('load', () => {
      if (request.status < 400) {
        window.location.assign(request.responseURL);
      } else {
        document.documentElement.innerHTML = request.responseText;
        document.querySelector('main').focus();
      }
    });
    request.addEventListener('error', () => {
      progress.hidden = true;
      button.disabled = false;
      form.submit();
    });
    request.send(new FormData(form));
  });
}
