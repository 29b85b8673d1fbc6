// The page's one Trusted Types policy: the only way from a string to markup or
// to the address of a script. Markup comes from the worker alone, which
// escapes whatever the user gave; scripts are the payload, the worker and the
// index of the guide.
const rules = {
  createHTML: (html) => html,
  createScriptURL(url) {
    if (!payloadAddresses().includes(url) && url !== document.getElementById("find").dataset.index && !url.startsWith("blob:"))
      throw new TypeError(`not a script of this page: ${url}`);
    return url;
  },
};

const policy = globalThis.trustedTypes ? trustedTypes.createPolicy("headroom", rules) : rules;

// payloadAddresses are those of the parts of the payload, on a page that has one.
export function payloadAddresses() {
  return document.body.dataset.payload?.split(" ") ?? [];
}

export function setHTML(element, html) {
  element.innerHTML = policy.createHTML(html);
}

// parse makes a fragment of markup.
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(html);
  return template.content;
}

export function scriptURL(url) {
  return policy.createScriptURL(url);
}
