// Signs random bodies with random secrets, each with its vendor's own library, and writes one delivery per line of JSON:
// the provider, the secret as it is configured, the headers and the bytes (base64).
//
//     node signers.mjs SEED UNIX_SECONDS
import { createHash } from "node:crypto";
import { sign as signGitHub } from "@octokit/webhooks-methods";
import { Webhook as StandardWebhook } from "standardwebhooks";
import Stripe from "stripe";
import { Webhook as SvixWebhook } from "svix";

const [seed, now] = [process.argv[2], Number(process.argv[3])];
const stripe = new Stripe("sk_test_of_nobody");

// Random, and the same again for a seed, so that a failure can be repeated.
let counter = 0;
const random = (length) => {
  const blocks = [];
  for (let size = 0; size < length; size += 32) {
    blocks.push(createHash("sha256").update(`${seed}:${counter++}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
};
const text = (length) => random(length).toString("base64url").slice(0, length);

const bodies = {
  empty: "",
  "one byte": "x",
  megabyte: JSON.stringify({ text: text(1024 * 1024 - 11) }),
  emoji: JSON.stringify({ text: `👩‍💻 ${text(8)} 🪝`, id: text(12) }),
  "line ends": `{\r\n  "text": "${text(16)}"\r\n}\r\n`,
  json: JSON.stringify({ id: `evt_${text(10)}`, type: "ping", data: { object: text(40) } }),
};

const signers = {
  async github(body) {
    const secret = text(24);
    // The library rejects an empty payload; GitHub itself never sends one.
    return body && { secret, headers: { "X-GitHub-Event": "push", "X-Hub-Signature-256": await signGitHub(secret, body) } };
  },
  stripe(body) {
    const secret = `whsec_${text(32)}`;
    const header = stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: now });
    return { secret, headers: { "Stripe-Signature": header } };
  },
  "standard-webhooks"(body) {
    const [secret, id] = [`whsec_${random(24).toString("base64")}`, `msg_${text(20)}`];
    const signature = new StandardWebhook(secret).sign(id, new Date(now * 1000), body);
    return { secret, headers: { "webhook-id": id, "webhook-timestamp": `${now}`, "webhook-signature": signature } };
  },
  svix(body) {
    const [secret, id] = [`whsec_${random(24).toString("base64")}`, `msg_${text(20)}`];
    const signature = new SvixWebhook(secret).sign(id, new Date(now * 1000), body);
    return { secret, headers: { "svix-id": id, "svix-timestamp": `${now}`, "svix-signature": signature } };
  },
};

for (const [provider, sign] of Object.entries(signers)) {
  for (const [name, body] of Object.entries(bodies)) {
    const signed = await sign(body);
    if (signed) {
      process.stdout.write(JSON.stringify({ provider, name, ...signed, body: Buffer.from(body).toString("base64") }) + "\n");
    }
  }
}
