// Says what html-validate finds in the files named, and fails if it is anything.
import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const config = JSON.parse(readFileSync(".htmlvalidate.json", "utf8"));
const validator = new HtmlValidate(new StaticConfigLoader(config));
for (const file of process.argv.slice(2)) {
  const report = await validator.validateFile(file);
  for (const { messages } of report.results)
    for (const { line, column, ruleId, message } of messages) {
      console.log(`${file}:${line}:${column} ${ruleId} ${message}`);
      process.exitCode = 1;
    }
}
