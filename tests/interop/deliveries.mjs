// Writes every example payload of @octokit/webhooks-examples as one line of JSON: the event, the bytes as GitHub would send
// them (base64), and the signature that GitHub's own library gives them.
//
//     node deliveries.mjs SECRET
import { createRequire } from "node:module";
import { sign } from "@octokit/webhooks-methods";

const events = createRequire(import.meta.url)("@octokit/webhooks-examples");
const secret = process.argv[2];

for (const { name, examples } of events) {
  for (const example of examples) {
    const body = JSON.stringify(example);
    const delivery = { event: name, body: Buffer.from(body).toString("base64"), signature: await sign(secret, body) };
    process.stdout.write(JSON.stringify(delivery) + "\n");
  }
}
