// The address: "#S12", "#f-…", "#severity=critical&rule=x" or an anchor and filters, joined by "&".
const decoded = (text) => {
  try { return decodeURIComponent(text); } catch { return ""; }
};
const readAddress = () => {
  const [first, ...rest] = location.hash.slice(1).split("&");
  const anchored = first && !first.includes("=");
  const query = new URLSearchParams((anchored ? rest : [first, ...rest]).join("&"));
  return { anchor: anchored ? decoded(first) : "", query };
};
const writeAddress = (anchor, query) => {
  const hash = [anchor, query.toString()].filter(Boolean).join("&");
  try { history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search); } catch { /* sandboxed */ }
};
const linkTo = (anchor) => `${location.href.split("#")[0]}#${anchor}`;
