// The corrected story, copied or downloaded in its own format; and the record of who did what to it.
const RECORD = "auditor-review-1";
const fileName = data.name === "<stdin>" ? "story.txt" : data.name.split(/[\\/]/).at(-1);
const own = Boolean(edit?.stretches);
const outName = own ? fileName : `${fileName.replace(/\.[^.]+$/, "")}.txt`;
const delivered = () => new TextEncoder().encode((own && edit.bom ? "\uFEFF" : "") + inFile().text);
const hashed = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const outcomeOf = (finding) => {
  if (isTaken(finding)) return "accepted";
  const decision = decisionOn(finding);
  if (decision !== "open") return { accept: "left", dismiss: "dismissed", later: "later" }[decision];
  return isOutdated(finding) ? "edited" : "open";
};
const reviewOf = () => ({  // what was decided, as the record has it
  findings: findings.map((finding) => ({
    fingerprint: finding.fingerprint,
    rule: finding.rule,
    severity: finding.severity,
    text: finding.text,
    outcome: outcomeOf(finding),
    note: decisions.get(finding.fingerprint)?.note ?? "",
  })),
  changes: changes.map(({ start, end, text, by }) => ({
    before: story.slice(start, end),
    after: text,
    fingerprint: findings.find(({ key }) => key === by)?.fingerprint ?? null,
  })),
});
const recordOf = async (cleared) => ({
  schema: RECORD,
  story: outName,
  reviewer: $("#reviewer").value.trim(),
  time: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
  cleared,
  before: { sha256: edit.digest, report: edit.report },
  after: { sha256: await hashed(delivered()), report: null },
  label: edit.label,
  ...reviewOf(),
});
const JSON_TYPE = "application/json";
// Called when the standing changes: a clearance holds for one text alone.
const stoodFor = () => {
  const cleared = $("#cleared");
  if (cleared.checked && cleared.dataset.of !== JSON.stringify(changes)) cleared.checked = false;
};
if (edit) {
  const reviewer = $("#reviewer");
  reviewer.value ||= recall("reviewer") ?? "";
  reviewer.addEventListener("change", () => remember("reviewer", reviewer.value));
  $("#cleared").addEventListener("change", ({ target }) => { target.dataset.of = JSON.stringify(changes); });
  $("#copy-story").addEventListener("click", () => copy(wholeText(), "The corrected story"));
  $("#download").addEventListener("click", () => {
    download(outName, [delivered()], "application/octet-stream");
    say(own ? `${outName} downloaded.` : `${outName} downloaded as plain text, in UTF-8.`);
  });
  $("#record")?.addEventListener("click", async () => {
    if (!reviewer.value.trim()) { reviewer.focus(); say("Say first who reviewed it."); return; }
    if (!globalThis.crypto?.subtle) { say("This browser cannot make a record of a page from here; use auditor review."); return; }
    download(`${outName}.review.json`, [`${JSON.stringify(await recordOf($("#cleared").checked), null, 2)}\n`], JSON_TYPE);
    say("Record downloaded.");
  });
}
