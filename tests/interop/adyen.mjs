// Signs random notifications of payments with Adyen's own library, and writes one delivery per line of JSON as signers.mjs does. Each
// reference holds what divides the signed fields; "divided" are the same notifications with their signed text divided into other fields, which
// Adyen's library accepts as well.
//
//     node adyen.mjs SEED
import { createHash } from "node:crypto";
import { hmacValidator as HmacValidator } from "@adyen/api-library";

const seed = process.argv[2];
const validator = new HmacValidator();

let counter = 0;
const text = (length) => createHash("sha256").update(`${seed}:${counter++}`).digest("base64url").slice(0, length);

const references = {
  plain: text(12),
  colon: `${text(6)}:${text(6)}`,
  colons: `:${text(4)}::${text(4)}:`,
  backslashes: `\\${text(4)}\\\\${text(4)}\\`,
  "backslash and colon": `${text(4)}\\:${text(4)}\\`,
  emoji: `🪝:${text(6)}`,
};

const deliver = (name, key, item, signature) => {
  const signed = { ...item, additionalData: { hmacSignature: signature } };
  if (!validator.validateHMAC(signed, key)) {
    throw new Error(`Adyen's library rejects ${name}.`);
  }

  const body = JSON.stringify({ live: "false", notificationItems: [{ NotificationRequestItem: signed }] });
  const delivery = { provider: "adyen", name, secret: key, headers: { "Content-Type": "application/json" } };
  process.stdout.write(JSON.stringify({ ...delivery, body: Buffer.from(body).toString("base64") }) + "\n");
};

for (const [name, merchantReference] of Object.entries(references)) {
  const key = createHash("sha256").update(text(8)).digest("hex").toUpperCase();
  const item = {
    pspReference: text(16).replace(/[-_]/g, "0").toUpperCase(),
    merchantAccountCode: "TestMerchant",
    merchantReference,
    amount: { currency: "EUR", value: 1130 },
    eventCode: "AUTHORISATION",
    success: name.length % 2 ? "true" : "false",
  };
  const signature = validator.calculateHmac(item, key);
  deliver(name, key, item, signature);

  const colon = merchantReference.indexOf(":");
  if (colon >= 0) {
    const [before, after] = [merchantReference.slice(0, colon), merchantReference.slice(colon + 1)];
    const divided = { ...item, merchantAccountCode: `${item.merchantAccountCode}:${before}`, merchantReference: after };
    deliver(`${name}, divided`, key, divided, signature);
  }
}
