// Passkeys: the browser asks the device what the server asks, and the form brings back what it answered.
const encode = (form) => new URLSearchParams({
  __RequestVerificationToken: form.querySelector('[name=__RequestVerificationToken]').value,
});

async function answer(form) {
  const response = await fetch(`${form.getAttribute('action')}/options`, { method: 'POST', body: encode(form) });
  const asked = await response.json();
  return form.dataset.passkey === 'make'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
}

function offer(form) {
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const credential = await answer(form).catch(() => null);
    // Without one the server says what went wrong.
    form.elements.credential.value = credential ? JSON.stringify(credential) : '';
    form.submit();
  });
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) document.querySelectorAll('form[data-passkey]').forEach(offer);
