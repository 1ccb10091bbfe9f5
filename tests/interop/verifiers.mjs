// Verifies deliveries that Hooklatch signed, or that its own tests send, with each vendor's own library. It reads one delivery per line of JSON from a
// file, as signers.mjs writes them with the URL besides, and writes one line for each: "true" or "false".
//
//     node verifiers.mjs FILE UNIX_SECONDS
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "node:querystring";

globalThis.crypto ??= webcrypto;
const [file, now] = [process.argv[2], Number(process.argv[3])];
// The libraries compare the signed time with the clock.
Date.now = () => now * 1000;

const require = createRequire(import.meta.url);
const { Webhook: StandardWebhook } = await import("standardwebhooks");
const { webhooks: polar } = await import("@polar-sh/sdk/2026-04");
const twilio = require("twilio");
await import("@shopify/shopify-api/adapters/node");
const { ApiVersion, shopifyApi } = await import("@shopify/shopify-api");

const lower = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const verifiers = {
  async polar({ body, headers, secret }) {
    try {
      await polar.validateEvent(body, headers, secret);
      return true;
    } catch (error) {
      // An event that the library does not know is looked at once the signature is verified.
      return error.name === "PolarWebhookUnknownTypeError";
    }
  },
  "standard-webhooks"({ body, headers, secret }) {
    try {
      new StandardWebhook(secret).verify(body, headers);
      return true;
    } catch {
      return false;
    }
  },
  twilio({ body, headers, secret, url }) {
    const algorithm = twilio.getSignatureAlgorithm(headers["x-twilio-webhooks-signature-settings"]);
    return twilio.validateRequest(secret, headers["x-twilio-signature"], url, { ...parse(body) }, algorithm);
  },
  async shopify({ body, headers, secret }) {
    const shopify = shopifyApi({
      apiKey: "key",
      apiSecretKey: secret,
      apiVersion: ApiVersion.July26,
      hostName: "hooks.example.com",
      isEmbeddedApp: true,
      logger: { log: () => {} },
    });
    const rawRequest = { method: "POST", url: "/shopify", headers };
    return (await shopify.webhooks.validate({ rawBody: body, rawRequest, rawResponse: {} })).valid;
  },
};
verifiers["twilio-shared-key"] = verifiers.twilio;

for (const line of readFileSync(file, "utf8").split("\n").filter((one) => one)) {
  const { provider, headers, body, ...rest } = JSON.parse(line);
  const verified = await verifiers[provider]({ ...rest, headers: lower(headers), body: Buffer.from(body, "base64").toString("utf8") });
  process.stdout.write(`${verified}\n`);
}
