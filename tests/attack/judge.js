// What a document is made of, as a browser parses it: its elements, their attributes, where these lead. Of the words
// that stand in it nothing is told, so a page with hostile words must have no part that a page without them lacks.
(() => {
  const ADDRESSES = "href src action formaction xlink:href data poster srcset ping background cite longdesc manifest";
  const asAddress = new Set(ADDRESSES.split(" "));

  const led = (value, base) => {
    if (!URL.canParse(value, base)) return "no address";
    const { protocol, origin, username } = new URL(value, base);
    const isOurs = origin === new URL(base).origin;
    return `${isOurs ? "ours" : protocol}${username ? " with a user" : ""}`;
  };

  function* parts(node, base) {
    for (const inner of node.childNodes) {
      if (inner.nodeType === Node.TEXT_NODE) continue;
      if (inner.nodeType !== Node.ELEMENT_NODE) {
        yield `node ${inner.nodeType}`;
        continue;
      }
      const tag = inner.localName;
      const isForeign = inner.namespaceURI !== "http://www.w3.org/1999/xhtml";
      yield `<${isForeign ? "svg " : ""}${tag}>`;
      if (tag === "script" && inner.textContent.trim()) yield "<script> with words";
      for (const { name, value } of inner.attributes) {
        yield `<${tag} ${name}>`;
        if (asAddress.has(name)) yield `<${tag} ${name}=${led(value, base)}>`;
        if (name === "content" && inner.httpEquiv === "refresh") yield `refresh ${led(value.replace(/^.*?url=/i, ""), base)}`;
      }
      yield* parts(tag === "template" ? inner.content : inner, base);
    }
  }

  const partsOf = (document, base) => [...new Set(parts(document, base))];
  return {
    here: () => partsOf(document, location.href),
    of: async (paths) => {
      const found = {};
      const words = [];
      for (const path of paths) {
        const html = await (await fetch(path)).text();
        const page = new DOMParser().parseFromString(html, "text/html");
        for (const part of partsOf(page, new URL(path, location.href).href)) (found[part] ??= path);
        words.push(page.documentElement.textContent);
      }
      return { found, words: words.join("\n") };
    },
  };
})();
