// Puts deliveries into forms, as Mailgun's routes and Gitea, Forgejo and Gogs send them, and writes one delivery per line of JSON as signers.mjs
// does. Each is accepted by a library of somebody else's: Mailgun's by mailgun-js, and the payload that a form holds by GitHub's library, since
// Gitea sends the same signature for receivers of GitHub.
//
//     node forms.mjs SEED UNIX_SECONDS
import { createHash, createHmac } from "node:crypto";
import { verify as verifyGitHub } from "@octokit/webhooks-methods";
import createMailgun from "mailgun-js";

const [seed, now] = [process.argv[2], Number(process.argv[3])];
// The library compares with the clock.
Date.now = () => now * 1000;

let counter = 0;
const text = (length) => createHash("sha512").update(`${seed}:${counter++}`).digest("base64url").slice(0, length);
const mac = (secret, signed) => createHmac("sha256", secret).update(signed).digest("hex");

const encodings = {
  urlencoded: (fields) => ["application/x-www-form-urlencoded", Buffer.from(new URLSearchParams(fields).toString())],
  async multipart(fields) {
    const form = new FormData();
    fields.forEach(([name, value]) => form.append(name, value));
    form.append("attachment-1", new Blob([`--${text(8)}\r\n`]), "a.txt");
    const request = new Request("http://localhost", { method: "POST", body: form });
    return [request.headers.get("content-type"), Buffer.from(await request.arrayBuffer())];
  },
};

const write = (provider, name, secret, [type, body], headers = {}) =>
  process.stdout.write(
    JSON.stringify({ provider, name, secret, headers: { "Content-Type": type, ...headers }, body: body.toString("base64") }) + "\n",
  );

for (const [name, encode] of Object.entries(encodings)) {
  const [secret, token] = [`key-${text(32)}`, text(50)];
  const signature = mac(secret, `${now}${token}`);
  if (!createMailgun({ apiKey: secret, domain: "example.com", mute: true }).validateWebhook(`${now}`, token, signature)) {
    throw new Error("mailgun-js rejects what is signed.");
  }

  const fields = [
    ["recipient", "bob@example.com"],
    ["body-plain", `naïve & 100% ${text(20)}\r\n🪝`],
    ["timestamp", `${now}`],
    ["token", token],
    ["signature", signature],
  ];
  write("mailgun", name, secret, await encode(fields));
}

for (const [provider, prefix] of [["gitea", "X-Gitea"], ["forgejo", "X-Forgejo"], ["gogs", "X-Gogs"]]) {
  const secret = text(24);
  const payload = JSON.stringify({ ref: "refs/heads/main", text: `👩‍💻 a+b & 100% ${text(12)}` });
  const signature = mac(secret, payload);
  if (!(await verifyGitHub(secret, payload, `sha256=${signature}`))) {
    throw new Error("GitHub's library rejects what is signed.");
  }

  const form = encodings.urlencoded([["payload", payload]]);
  write(provider, "payload in a form", secret, form, { [`${prefix}-Event`]: "push", [`${prefix}-Signature`]: signature });
  const ofForm = { [`${prefix}-Event`]: "push", [`${prefix}-Signature`]: mac(secret, form[1]) };
  write(provider, "signed as GitHub signs a form", secret, form, ofForm);
}
