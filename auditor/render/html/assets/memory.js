// What the browser may keep for us. From a file or in a sandbox it may refuse: then nothing is kept.
const recall = (key) => {
  try { return JSON.parse(localStorage.getItem(`auditor:${key}`)); } catch { return null; }
};
const remember = (key, value) => {
  try { localStorage.setItem(`auditor:${key}`, JSON.stringify(value)); } catch { /* kept on the page alone */ }
};
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
