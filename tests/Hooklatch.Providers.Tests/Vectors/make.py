#!/usr/bin/env python3
"""Makes the deliveries of Vectors/Made: one for each provider that publishes none.

It follows the providers' own documentation and shares no code with Hooklatch: hmac, hashlib and base64 of Python's standard library, and
openssl for RSA. Run it from anywhere; a file changes only where its scheme does. The one that an RSA key signs is made once: the key is
forgotten, so delete the file to make another. The secrets are made up.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import subprocess
import tempfile

MADE = pathlib.Path(__file__).parent / "Made"
NOW = 1_700_000_000
MILLISECONDS = str(NOW * 1000)
SECONDS = str(NOW)
RFC3339 = "2023-11-14T22:13:20Z"
URL = "https://hooks.example.com/notified?tenant=a%2Fb"


def mac(key, text, algorithm="sha256"):
    return hmac.new(as_bytes(key), as_bytes(text), algorithm).digest()


def as_bytes(text):
    return text if isinstance(text, bytes) else text.encode("utf-8")


def b64(data):
    return base64.b64encode(data).decode("ascii")


def b64url(data):
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def body_of(**fields):
    # Not ASCII, escaped and not, with the white space of no serialiser: only the raw bytes verify.
    return json.dumps({**fields, "text": "naïve – ✓"}, ensure_ascii=False, indent=1) + "\n"


def delivery(source, secret, body, headers, now=None, url=None, method="POST", public_key=None):
    made = {"source": source, "origin": "made by make.py", "expected": "valid"}
    if now:
        made["now"] = now
    if method != "POST":
        made["method"] = method
    if url:
        made["url"] = url
    if secret:
        made["secret"] = secret
    if public_key:
        made["publicKey"] = public_key
    made["headers"] = {"Content-Type": "application/json", **headers}
    made["body"] = body
    return made


def of_body(source, header, write, fields, algorithm="sha256", extra=None, secret="a secret of the tests", key=None):
    """HMAC over the raw body, written into one header."""
    body = body_of(**fields)
    digest = mac(key if key is not None else secret, body, algorithm)
    return delivery(source, secret, body, {header: write(digest), **(extra or {})})


def hexadecimal(prefix=""):
    return lambda digest: prefix + digest.hex()


def base64_of(prefix=""):
    return lambda digest: prefix + b64(digest)


def of_fields(source, header, write, separator, timestamp, fields, secret="a secret of the tests"):
    """HMAC over timestamp, separator and body, in a header of fields."""
    body = body_of(**fields)
    return delivery(source, secret, body, {header: write(timestamp, mac(secret, f"{timestamp}{separator}{body}"))}, now=NOW)


def of_timestamp(source, text, headers, fields, timestamp=SECONDS, secret="a secret of the tests", key=None):
    """HMAC over a text with the timestamp of a header."""
    body = body_of(**fields)
    digest = mac(key if key is not None else secret, text(timestamp, body))
    return delivery(source, secret, body, headers(timestamp, digest), now=NOW)


def standard(source, prefix="webhook", write="whsec_{}", fields=None, decoded=True, extra=None, written=None):
    """Standard Webhooks, version 1."""
    key = b"twenty-four bytes of key"
    secret = write.format(b64(key)) if decoded else written
    body = body_of(**(fields or {"type": "thing.made"}))
    digest = mac(key if decoded else secret, f"msg_2KWPBgLlAfxdpx2AI54pPJ85f4W.{SECONDS}.{body}")
    return delivery(
        source,
        secret,
        body,
        {
            f"{prefix}-id": "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W",
            f"{prefix}-timestamp": SECONDS,
            f"{prefix}-signature": f"v1,{b64(mac('another', body))} v1,{b64(digest)}",
            **(extra or {}),
        },
        now=NOW,
    )


def token(source, headers, secret, fields):
    return delivery(source, secret, body_of(**fields), headers)


def basic(source, fields, secret="hooks:a pass:word of the tests"):
    return token(source, {"Authorization": "Basic " + b64(as_bytes(secret))}, secret, fields)


def openssl(*arguments):
    return subprocess.run(["openssl", *arguments], capture_output=True, check=True).stdout


def bridge_xyz():
    """RSA-SHA256 over the digest of the text, so that the text is hashed twice."""
    kept = MADE / "bridge-xyz.json"
    if kept.exists():
        return json.loads(kept.read_text(encoding="utf-8"))[0]
    body = body_of(api_version="v0", event_id="wh_t8TAhPPYrRV2v8Asi9ed3sw", event_type="transfer.updated")
    with tempfile.TemporaryDirectory() as folder:
        private, message = pathlib.Path(folder, "private.pem"), pathlib.Path(folder, "message")
        private.write_bytes(openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"))
        message.write_bytes(hashlib.sha256(as_bytes(f"{MILLISECONDS}.{body}")).digest())
        signature = openssl("dgst", "-sha256", "-sign", str(private), str(message))
        public = openssl("pkey", "-in", str(private), "-pubout").decode("ascii")
    return delivery(
        "apidocs.bridge.xyz, Webhook event signature verification",
        None,
        body,
        {"X-Webhook-Signature": f"t={MILLISECONDS},v0={b64(signature)}"},
        now=NOW,
        public_key=public,
    )


def favro():
    body = body_of(payloadId="cGF5bG9hZCAx", action="created")
    return delivery(
        "favro.com/developer, Webhook signatures",
        "a secret of the tests",
        body,
        {"X-Favro-Webhook": b64(mac("a secret of the tests", "cGF5bG9hZCAx" + URL, "sha1"))},
        url=URL,
    )


def hubspot(version):
    secret = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy"
    body = body_of(eventId=1, subscriptionType="contact.creation")
    source = "developers.hubspot.com, Validating requests"
    if version == 3:
        # Of the URL, / is decoded, among others.
        text = "POST" + URL.replace("%2F", "/") + body + MILLISECONDS
        headers = {"X-HubSpot-Signature-v3": b64(mac(secret, text)), "X-HubSpot-Request-Timestamp": MILLISECONDS}
        return delivery(source, secret, body, headers, now=NOW, url=URL)
    text = secret + body if version == 1 else secret + "POST" + URL + body
    signature = hashlib.sha256(as_bytes(text)).hexdigest()
    headers = {"X-HubSpot-Signature": signature, "X-HubSpot-Signature-Version": f"v{version}"}
    return delivery(source, secret, body, headers, url=None if version == 1 else URL)


def trello():
    body = body_of(action={"id": "51f9424bcd6e040f3c002412", "type": "updateCard"})
    headers = {"X-Trello-Webhook": b64(mac("a secret of the tests", body + URL, "sha1"))}
    return delivery("developer.atlassian.com/cloud/trello, Webhooks", "a secret of the tests", body, headers, url=URL)


def twitch():
    secret = "a secret of the tests"
    body = body_of(subscription={"type": "channel.follow"})
    message_id, timestamp = "e76c6bd4-55c9-4987-8304-da1588d8988b", "2023-11-14T22:13:20.123456789Z"
    return delivery(
        "dev.twitch.tv, Handling webhook events; twitchdev/twitch-cli",
        secret,
        body,
        {
            "Twitch-Eventsub-Message-Id": message_id,
            "Twitch-Eventsub-Message-Timestamp": timestamp,
            "Twitch-Eventsub-Message-Type": "notification",
            "Twitch-Eventsub-Subscription-Type": "channel.follow",
            "Twitch-Eventsub-Message-Signature": "sha256=" + mac(secret, message_id + timestamp + body).hex(),
        },
        now=NOW,
    )


def rejected(note, made):
    return {**made, "note": note, "expected": "invalid"}


def shopify_events():
    """Shopify Events, in headers without the X of Shopify's webhooks; a delivery with the signature of both is neither's."""
    body = body_of(topic="Product", action="update")
    signature = b64(mac("a secret of the tests", body))
    headers = {
        "Shopify-Hmac-Sha256": signature,
        "Shopify-Topic": "Product",
        "Shopify-Action": "update",
        "Shopify-Webhook-Id": "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043",
        "Shopify-Event-Id": "98880550-7158-44d4-b7cd-2c97c8a091b5",
    }
    source = "shopify.dev/docs/apps/build/events/delivery-structure, Headers"
    one = delivery(source, "a secret of the tests", body, headers)
    yield one
    yield rejected("both signatures", {**one, "headers": {**one["headers"], "X-Shopify-Hmac-Sha256": signature}})
    yield rejected("both signatures, one wrong", {**one, "headers": {**one["headers"], "X-Shopify-Hmac-Sha256": b64(mac("another", body))}})
    yield rejected("another body", {**one, "body": body + " "})


def xero():
    """Intent to receive: some are signed, some with another key, and the answers tell whether the receiver knows which."""
    body = '{"events":[],"firstEventSequence":0,"lastEventSequence":0,"entropy":"S0m3r4Nd0mt3xt"}'
    source = "developer.xero.com/documentation/guides/webhooks/configuring-your-server"
    one = delivery(source, "a secret of the tests", body, {"x-xero-signature": b64(mac("a secret of the tests", body))})
    yield one
    yield rejected("another key", {**one, "headers": {**one["headers"], "x-xero-signature": b64(mac("another", body))}})
    yield rejected("another body", {**one, "body": body + " "})


def grafana_timestamp():
    """A contact point with a header for the time, which then is signed before the body."""
    source = "grafana/alerting, http/hmac.go"
    one = of_timestamp(
        source,
        lambda t, b: f"{t}:{b}",
        lambda t, d: {"X-Grafana-Alerting-Timestamp": t, "X-Grafana-Alerting-Signature": d.hex()},
        {"status": "firing"},
    )
    yield one
    yield rejected("another time", {**one, "headers": {**one["headers"], "X-Grafana-Alerting-Timestamp": str(NOW + 1)}})
    headers = {name: value for name, value in one["headers"].items() if name != "X-Grafana-Alerting-Timestamp"}
    yield rejected("no time", {**one, "headers": headers})
    # The signed text as a body: what signs a body alone would take it.
    yield rejected("the time in the body", {**one, "headers": headers, "body": f"{SECONDS}:{one['body']}"})
    body_alone = mac("a secret of the tests", one["body"]).hex()
    yield rejected("the body alone is signed", {**one, "headers": {**one["headers"], "X-Grafana-Alerting-Signature": body_alone}})
    yield rejected("stale", {**one, "now": NOW + 301})


def docusign():
    """A header for each active key; the receiver knows the second one."""
    body = body_of(event="envelope-completed")
    headers = {f"X-DocuSign-Signature-{i + 1}": b64(mac(key, body)) for i, key in enumerate(["another", "a secret of the tests"])}
    return delivery("developers.docusign.com, Validate Connect webhooks with HMAC", "a secret of the tests", body, headers)


def deliveries():
    key = bytes(range(32))
    stripe_like = lambda field: lambda t, d: f"t={t},{field}={d.hex()}"
    yield "aiprise", of_body("docs.aiprise.com, Callbacks authentication", "X-HMAC-SIGNATURE", hexadecimal(), {"aiprise_summary": {"verification_result": "APPROVED"}})
    yield "airtable", of_body("airtable.com/developers/web/api, Webhooks overview", "X-Airtable-Content-MAC", hexadecimal("hmac-sha256="), {"base": {"id": "app1"}}, secret=b64(key), key=key)
    yield "asana", of_body("developers.asana.com, Webhooks guide", "X-Hook-Signature", hexadecimal(), {"events": []})
    yield "ashby", of_body("developers.ashbyhq.com, Authenticating webhooks", "Ashby-Signature", hexadecimal("sha256="), {"action": "applicationSubmit"})
    yield "attentive", of_body("docs.attentive.com, Webhook authentication", "x-attentive-hmac-sha256", hexadecimal(), {"type": "sms.sent"})
    yield "attio", of_body("docs.attio.com, Webhooks", "Attio-Signature", hexadecimal(), {"events": []}, extra={"Idempotency-Key": "c9fc4ae9"})
    yield "bitbucket", of_body("support.atlassian.com/bitbucket-cloud, Manage webhooks", "X-Hub-Signature", hexadecimal("sha256="), {"push": {}}, extra={"X-Event-Key": "repo:push", "X-Request-UUID": "0ab5c4bc"})
    yield "bridge-api", of_body("docs.bridgeapi.io, Secure your webhooks", "BridgeApi-Signature", lambda d: f"v1={mac('old', 'old').hex().upper()},v1={d.hex().upper()}", {"type": "item.refreshed"})
    yield "cal-com", of_body("cal.com/docs, Webhooks", "X-Cal-Signature-256", hexadecimal(), {"triggerEvent": "BOOKING_CREATED"})
    yield "checkout-com", of_body("checkout.com/docs, Set up your webhook receiver", "Cko-Signature", hexadecimal(), {"id": "evt_1", "type": "payment_captured"})
    yield "clio", of_body("docs.developers.clio.com, Webhooks", "X-Hook-Signature", hexadecimal(), {"meta": {"event": "created"}})
    yield "cursor", of_body("docs.cursor.com, Cloud agent webhooks", "X-Webhook-Signature", hexadecimal("sha256="), {"status": "FINISHED"}, extra={"X-Webhook-ID": "msg_0123", "X-Webhook-Event": "statusChange"})
    yield "docusign", docusign()
    yield "dropbox", of_body("dropbox.com/developers, Webhooks", "X-Dropbox-Signature", hexadecimal(), {"list_folder": {"accounts": []}})
    yield "enode", of_body("developers.enode.com, Webhooks", "x-enode-signature", hexadecimal("sha1="), {"event": "user:vehicle:updated"}, algorithm="sha1", extra={"x-enode-delivery": "d1"})
    yield "fastspring", of_body("developer.fastspring.com, Message security", "X-FS-Signature", base64_of(), {"events": []})
    yield "fireflies", of_body("docs.fireflies.ai, Webhooks V2", "X-Hub-Signature", hexadecimal("sha256="), {"event": "meeting.transcribed"})
    yield "flexport", of_body("developers.flexport.com, Webhooks", "X-Hub-Signature-256", hexadecimal("sha256="), {"type": "/shipment#created"}, extra={"X-Hub-Signature": "sha1=00"})
    yield "forgejo", of_body("forgejo.org/docs, Webhooks", "X-Forgejo-Signature", hexadecimal(), {"ref": "refs/heads/main"}, extra={"X-Forgejo-Event": "push", "X-Forgejo-Delivery": "f6266f16"})
    yield "grafana", of_body("grafana.com/docs, Configure the webhook notifier for Alerting", "X-Grafana-Alerting-Signature", hexadecimal(), {"status": "firing"})
    yield "intercom", of_body("developers.intercom.com, Webhooks", "X-Hub-Signature", hexadecimal("sha1="), {"id": "notif_1", "topic": "contact.user.created"}, algorithm="sha1")
    yield "jira", of_body("developer.atlassian.com/cloud/jira, Webhooks", "X-Hub-Signature", hexadecimal("sha256="), {"webhookEvent": "jira:issue_created"}, extra={"X-Atlassian-Webhook-Identifier": "w1"})
    yield "lemon-squeezy", of_body("docs.lemonsqueezy.com, Signing requests", "X-Signature", hexadecimal(), {"meta": {}}, extra={"X-Event-Name": "order_created"})
    yield "meta", of_body("developers.facebook.com, Getting started with webhooks", "X-Hub-Signature-256", hexadecimal("sha256="), {"object": "page", "entry": []}, extra={"X-Hub-Signature": "sha1=00"})
    yield "notion", of_body("developers.notion.com, Webhooks", "X-Notion-Signature", hexadecimal("sha256="), {"id": "367cba44", "type": "page.created"})
    for one in shopify_events():
        yield "shopify", one
    yield "sentry", of_body("docs.sentry.io, Integration platform webhooks", "Sentry-Hook-Signature", hexadecimal(), {"action": "created"}, extra={"Sentry-Hook-Resource": "issue", "Sentry-Hook-Timestamp": "1", "Request-ID": "r1"})
    yield "typeform", of_body("typeform.com/developers, Secure your webhooks", "Typeform-Signature", base64_of("sha256="), {"event_id": "e1", "event_type": "form_response"})
    yield "vercel", of_body("vercel.com/docs, Webhooks", "x-vercel-signature", hexadecimal(), {"id": "v1", "type": "deployment.created"}, algorithm="sha1")
    yield "woocommerce", of_body("developer.woocommerce.com, Webhooks", "X-WC-Webhook-Signature", base64_of(), {"id": 1}, extra={"X-WC-Webhook-Topic": "order.created", "X-WC-Webhook-Delivery-ID": "d1"})
    for one in xero():
        yield "xero", one
    yield "x", of_body("docs.x.com, Webhooks quickstart", "x-twitter-webhooks-signature", base64_of("sha256="), {"for_user_id": "1"})

    yield "ascend", of_fields("developers.useascend.com, Webhooks", "X-Ascend-Signature", stripe_like("v1"), ":", SECONDS, {"id": "evt_1", "type": "invoice.paid"})
    yield "calendly", of_fields("developer.calendly.com, Webhook signatures", "Calendly-Webhook-Signature", stripe_like("v1"), ".", SECONDS, {"event": "invitee.created"})
    yield "elevenlabs", of_fields("elevenlabs.io/docs, Webhooks", "ElevenLabs-Signature", stripe_like("v0"), ".", SECONDS, {"type": "post_call_transcription"})
    yield "knock", of_fields("docs.knock.app, Outbound webhooks", "x-knock-signature", lambda t, d: f"t={t},s={b64(d)}", ".", MILLISECONDS, {"id": "k1", "type": "message.sent"})
    yield "sanity", of_fields("sanity.io/docs, Webhooks", "sanity-webhook-signature", lambda t, d: f"t={t},v1={b64url(d)}", ".", MILLISECONDS, {"_id": "doc"})

    yield "airwallex", of_timestamp("airwallex.com/docs, Listen for webhook events", lambda t, b: t + b, lambda t, d: {"x-timestamp": t, "x-signature": d.hex()}, {"id": "evt_1", "name": "payment_intent.succeeded"}, timestamp=MILLISECONDS)
    yield "akeneo", of_timestamp("api.akeneo.com, Events API: security", lambda t, b: f"{t}.{b}", lambda t, d: {"X-Akeneo-Request-Timestamp": t, "X-Akeneo-Request-Signature": d.hex()}, {"events": []})
    yield "close", of_timestamp("developer.close.com, Webhooks", lambda t, b: t + b, lambda t, d: {"close-sig-timestamp": t, "close-sig-hash": d.hex()}, {"event": {"id": "ev_1", "object_type": "lead", "action": "updated"}}, secret=key.hex(), key=key)
    yield "customer-io", of_timestamp("docs.customer.io, Reporting webhooks", lambda t, b: f"v0:{t}:{b}", lambda t, d: {"X-CIO-Timestamp": t, "X-CIO-Signature": d.hex()}, {"event_id": "e1", "object_type": "email", "metric": "opened"})
    yield "front", of_timestamp("dev.frontapp.com, Application webhooks", lambda t, b: f"{t}:{b}", lambda t, d: {"X-Front-Request-Timestamp": t, "X-Front-Signature": b64(d)}, {"type": "inbound"}, timestamp=MILLISECONDS)
    for one in grafana_timestamp():
        yield "grafana-timestamp", one
    yield "iron", of_timestamp("docs.iron.xyz, Webhooks", lambda t, b: t + b, lambda t, d: {"webhook-id": "4c7b", "webhook-timestamp": t, "webhook-signature": "v1=" + d.hex()}, {"topic": "customer"})
    yield "twitch", twitch()
    yield "zoom", of_timestamp("developers.zoom.us, Using webhooks; zoom/webhook-sample", lambda t, b: f"v0:{t}:{b}", lambda t, d: {"x-zm-request-timestamp": t, "x-zm-signature": "v0=" + d.hex()}, {"event": "meeting.started"})

    yield "brex", standard("developer.brex.com, Webhooks", write="{}", fields={"event_type": "TRANSFER_PROCESSED"})
    yield "clerk", standard("docs.svix.com, Verifying payloads: how", prefix="svix", fields={"type": "user.created"})
    yield "resend", standard("resend.com/docs, Verify webhooks requests", prefix="svix", fields={"type": "email.sent"})
    yield "dodo-payments", standard("docs.dodopayments.com, Webhooks", fields={"type": "payment.succeeded"})
    yield "gemini", standard("ai.google.dev, Webhooks", fields={"type": "batch.succeeded"})
    yield "gitlab", standard("gitlab-org/gitlab!230944", fields={"object_kind": "push"}, extra={"X-Gitlab-Event": "Push Hook"})
    yield "openai", standard("platform.openai.com/docs, Webhooks", fields={"type": "batch.completed"})
    # Of two secrets that begin alike, the older is the key as it is written and the younger once it is decoded.
    polar = lambda **secret: standard("polar.sh/docs, Webhook delivery; polarsource/polar#14117", fields={"type": "order.created"}, **secret)
    yield "polar", polar()
    yield "polar", polar(decoded=False, written="polar_whs_a secret of the tests")
    yield "polar", polar(decoded=False, written="whsec_" + b64(b"twenty-four bytes of key"))
    yield "polar", rejected("wrong key", {**polar(), "secret": "whsec_" + b64(b"twenty-four bytes: other")})
    yield "replicate", standard("replicate.com/docs, Verify webhooks", fields={"status": "succeeded"})
    yield "supabase-auth", standard("supabase.com/docs, Auth hooks", write="v1,whsec_{}", fields={"user": {}})

    yield "favro", favro()
    yield "hubspot-v1", hubspot(1)
    yield "hubspot-v2", hubspot(2)
    yield "hubspot-v3", hubspot(3)
    yield "trello", trello()

    yield "bridge-xyz", bridge_xyz()

    yield "auth0", token("auth0.com/docs, Custom log streams", {"Authorization": "Bearer a token of the tests"}, "Bearer a token of the tests", {"logs": []})
    yield "azure-devops", basic("learn.microsoft.com/azure/devops, Webhooks", {"id": "n1", "eventType": "git.push"})
    yield "chargebee", basic("chargebee.com/docs, Events and webhooks", {"id": "ev_1", "event_type": "subscription_created"})
    yield "cloudevents", token("CloudEvents, HTTP 1.1 Web Hooks for Event Delivery", {"Authorization": "Bearer token-of-the-tests", "ce-id": "A234", "ce-type": "com.example.made"}, "token-of-the-tests", {"a": 1})
    yield "deepgram", token("developers.deepgram.com, Callback", {"dg-token": "1a2b3c4d"}, "1a2b3c4d", {"metadata": {}})
    yield "ethoca", basic("developer.mastercard.com, Ethoca Alerts: Push API", {"alertType": "fraud"})
    yield "gitlab-token", token("docs.gitlab.com, Webhooks", {"X-Gitlab-Token": "a token of the tests", "X-Gitlab-Event": "Push Hook", "X-Gitlab-Event-UUID": "13792a34"}, "a token of the tests", {"object_kind": "push"})
    yield "hugging-face", token("huggingface.co/docs, Webhooks", {"X-Webhook-Secret": "a token of the tests"}, "a token of the tests", {"event": {"action": "update", "scope": "repo"}})
    yield "okta", token("developer.okta.com, Event hook implementation", {"Authorization": "a token of the tests"}, "a token of the tests", {"eventType": "com.okta.event_hook"})
    yield "pipedrive", basic("pipedrive.readme.io, Guide for webhooks v2", {"meta": {"action": "create", "entity": "deal"}})
    yield "postmark", basic("postmarkapp.com/developer, Webhooks overview", {"RecordType": "Bounce"})
    yield "telegram", token("core.telegram.org/bots/api, setWebhook", {"X-Telegram-Bot-Api-Secret-Token": "a-token_of-the-tests"}, "a-token_of-the-tests", {"update_id": 10000})


files = {}
for name, made in deliveries():
    files.setdefault(name, []).append(made)
for name, made in files.items():
    (MADE / f"{name}.json").write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
