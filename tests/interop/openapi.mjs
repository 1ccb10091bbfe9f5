// Validates an OpenAPI document against the meta-schema of its version: node openapi.mjs <file>
// Prints what is wrong and fails, or prints the version.
import { readFile } from "node:fs/promises";
import { Validator } from "@seriousme/openapi-schema-validator";

const validator = new Validator();
const result = await validator.validate(JSON.parse(await readFile(process.argv[2], "utf8")));
if (result.valid) {
  console.log(validator.version);
} else {
  console.error(JSON.stringify(result.errors, null, 2));
  process.exitCode = 1;
}
