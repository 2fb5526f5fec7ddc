// On the page at an old address: go to where the step in the address is now, or else to the page.

const step = document.getElementById(location.hash.slice(1));
const link = step?.querySelector("a") ?? document.querySelector("#site-moved");
if (link instanceof HTMLAnchorElement) {
  location.replace(link.href);
}
