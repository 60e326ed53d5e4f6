// Findings as notes for a chat or an e-mail.
const where = (finding) => (finding.sentence ? `S${finding.sentence}` : `line ${finding.line}`);
const proposed = ({ suggestions: [first] }) => (first === undefined ? "" : ` → ${first ? `“${first}”` : "leave it out"}`);
const message = (finding) => {  // as the note has it, behind words that are not its own
  const what = $(".what", noteOf[findings.indexOf(finding)]).cloneNode(true);
  $("q.words", what)?.remove();
  return what.textContent.trim();
};
const asText = (finding) =>
  `${data.name}, ${where(finding)}: “${finding.text}”${proposed(finding)} (${finding.kind}, ${finding.severity}). ${message(finding)}`;
const unmarked = (text) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
const asMarkdown = (finding) =>
  `- **${where(finding)}** (${finding.kind}, ${finding.severity}): “${unmarked(finding.text)}”${unmarked(proposed(finding))}. ${unmarked(message(finding))}`;
const copy = async (text, what) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "vh";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(`${what} copied.`);
};
