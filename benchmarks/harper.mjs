// Lints texts with Harper: JSON lines of text in, JSON lines of [[start, end], …] in code points out.
// node harper.mjs FOLDER_WITH_node_modules < texts > spans

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const load = (file) => import(pathToFileURL(`${process.argv[2]}/node_modules/harper.js/dist/${file}`).href);
const { LocalLinter } = await load("index.js");
const { binaryInlined } = await load("binaryInlined.js");
const linter = new LocalLinter({ binary: binaryInlined });
await linter.setup();
for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line);
  const points = (units) => [...text.slice(0, units)].length;
  const spans = (await linter.lint(text, { language: "plaintext" })).map((lint) => lint.span());
  console.log(JSON.stringify(spans.map((span) => [points(span.start), points(span.end)])));
}
