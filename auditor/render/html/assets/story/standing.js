// Score and verdict as they would be without what was accepted, dismissed or left; as the audit reckons them
// (docs/scoring.md). From `auditor review` they come from an audit of the text as it stands.
const RANKS = ["critical", "major", "minor", "neutral"];
const counts = (finding) =>
  !isTaken(finding) && !isOver(finding) && !["accept", "dismiss"].includes(decisionOn(finding));
const qualityOf = (open) => {
  const { words, lent } = edit;
  if (!words || edit.mark === null || edit.acceptable === null) return null;
  const mark = Math.min(Math.max(edit.mark, 1), 99);
  const rate = ((points(open) + (edit.acceptable * lent) / 1000) * 1000) / (words + lent);
  return (100 * mark * edit.acceptable) / (mark * edit.acceptable + rate * (100 - mark));
};
const HAIR = 1e-9;
const floor = (quality) => Math.floor(quality + HAIR);
const many = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;
const spent = (open, name) =>
  open.filter(({ severity, category }) => [severity, category, category.split("/")[0]].includes(name)).length;
const overspent = (open) => Object.entries(edit.gate.budgets).filter(([name, most]) => spent(open, name) > most);
const judged = (open) => {
  const { gate } = edit;
  const bad = RANKS.map((severity) => [severity, open.filter((finding) => finding.severity === severity).length])
    .filter(([, count]) => count);
  const forbidden = (severity) => RANKS.indexOf(severity) <= RANKS.indexOf(gate.fail);
  const quality = qualityOf(open);
  const failures = bad.filter(([severity]) => forbidden(severity))
    .map(([severity, count]) => `${many(count, `${severity} error`)}; none is allowed`);
  if (!edit.short && quality !== null && points(open) && quality < gate.mark - HAIR) {
    failures.push(`quality ${floor(quality)} is under the pass mark of ${gate.mark}`);
  }
  for (const [name, most] of overspent(open)) failures.push(`${spent(open, name)} of ${name}; the budget is ${most}`);
  const doubts = bad.filter(([severity]) => RANKS.indexOf(severity) < 2 && !forbidden(severity))
    .map(([severity, count]) => `${many(count, `${severity} error`)} to look at`);
  if (gate.missing) doubts.push(`${many(gate.missing, "check")} did not run`);
  const outcome = failures.length ? "fail" : doubts.length ? "review" : "pass";
  return { outcome, quality, reasons: [...failures, ...doubts] };
};
const NUMBERS = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
const ahead = (open) => {  // how many findings stand between the story and a pass
  const passes = (left) => judged(left).reasons.length === (edit.gate.missing ? 1 : 0);
  const heavy = (finding) => overspent(open).some(([name]) => spent([finding], name));
  const order = open.filter(({ severity }) => severity !== "neutral").sort((a, b) =>
    rank[b.severity] - rank[a.severity] || Number(heavy(b)) - Number(heavy(a)));
  for (let count = 0; count <= order.length; count += 1) {
    const gone = new Set(order.slice(0, count));
    if (!passes(open.filter((finding) => !gone.has(finding)))) continue;
    if (!count) return edit.gate.missing ? "Nothing that was found stands against it." : "It passes.";
    return `${NUMBERS[count] ?? count} more and it passes.`;
  }
  return "";
};

const ruling = edit ? { word: $(".outcome .word"), reasons: $(".reasons"), list: $(".first ol") } : null;
const before = edit ? { word: ruling.word.textContent, reasons: [...ruling.reasons.children], first: [...(ruling.list?.children ?? [])] } : null;
const listed = (words) => words.map((each) => Object.assign(document.createElement("li"), { textContent: each }));
const showVerdict = ({ outcome, reasons }) => {
  ruling.word.textContent = outcome.toUpperCase();
  $(".verdict").className = `verdict ${outcome}`;
  ruling.reasons.replaceChildren(...listed(reasons));
};
const CONTEXT = 70;
const firstItem = (index) => {  // as the page was written with, from what its note says
  const finding = findings[index];
  const home = finding.fresh ?? sentenceRange[finding.sentence - 1] ?? whole(rangeOf(finding));
  const words = finding.fresh ? textOf(home) : story.slice(home.start, home.end);
  const [start, end] = finding.at.map((offset) => offset - (finding.fresh ? 0 : home.start));
  const item = $("#first-item").content.firstElementChild.cloneNode(true);
  item.className = finding.severity;
  const clip = (text, last) => {
    if (text.length <= CONTEXT) return text;
    return last ? text.slice(-CONTEXT).replace(/^\S* /, "… ") : text.slice(0, CONTEXT).replace(/ \S*$/, " …");
  };
  $(".before", item).textContent = clip(words.slice(0, start), true);
  Object.assign($("mark", item), { textContent: finding.text || "‸", className: `m ${finding.severity}` });
  $(".behind", item).textContent = clip(words.slice(end), false);
  Object.assign($(".sev", item), { textContent: finding.severity, className: `sev ${finding.severity}` });
  $(".why", item).textContent = ` ${message(finding)} `;
  const [suggestion] = finding.suggestions;
  $(".try", item).hidden = suggestion === undefined;
  $(".fix", item).textContent = suggestion || "leaving it out";
  Object.assign($("a", item), { href: `#f-${finding.key}`, textContent: finding.sentence ? `Sentence ${finding.sentence}` : `Line ${finding.line}` });
  return item;
};
const FIRST = 5;
const showFirst = () => {
  if (!ruling.list) return;
  const known = new Map(before.first.map((item) => [$("a", item).getAttribute("href"), item]));
  const fresh = findings.flatMap((finding, index) => (finding.fresh && finding.severity !== "neutral" ? [index] : []));
  const grave = (index) => rank[findings[index].severity] >= rank.major;
  const order = [...fresh.filter(grave), ...data.first, ...fresh.filter((index) => !grave(index))];
  const due = order.filter((index) => counts(findings[index])).slice(0, FIRST);
  ruling.list.replaceChildren(...due.map((index) => known.get(`#f-${findings[index].key}`) ?? firstItem(index)));
};
const showStanding = () => {
  if (!edit) return;
  const open = findings.filter(counts);
  const untouched = !changes.length && findings.every((finding) => finding.fresh || counts(finding));
  const now = untouched ? null : audited() ?? judged(open);
  const quality = now ? now.quality : edit.report.quality;
  if (now) showVerdict(now);
  else {
    ruling.word.textContent = before.word;
    $(".verdict").className = `verdict ${edit.report.verdict}`;
    ruling.reasons.replaceChildren(...before.reasons);
  }
  if ($("#true-score") && quality !== null) $("#true-score").textContent = floor(quality);
  for (const element of $$(".as-audited")) element.hidden = !untouched;
  $("#points").textContent = pointsText(points(open));
  $("#rate").textContent = pointsText((points(open) * 1000) / Math.max(edit.words, 1));
  for (const element of $$(".count [data-of]")) {
    element.textContent = open.filter(({ severity }) => severity === element.dataset.of).length;
  }
  showFirst();
  const left = inFile().left.length;
  const stale = findings.filter((finding) => isOutdated(finding)).length;
  $("#ahead").textContent = ahead(open);
  $("#standing").textContent = [
    changes.length ? `${many(changes.length, "change")} in the story.` : "",
    stale && !edit.served ? `${many(stale, "finding")} out of date: audit the corrected story to know.` : "",
    left ? `${many(left, "change")} cannot be written into the file, for tags, entities or signs stand among the words.` : "",
  ].filter(Boolean).join(" ");
  $("#undo").disabled = !past.length;
  $("#redo").disabled = !future.length;
  stoodFor();
  if (edit.served && !untouched && !audited()) auditSoon();
};
