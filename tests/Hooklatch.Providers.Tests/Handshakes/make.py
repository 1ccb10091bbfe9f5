#!/usr/bin/env python3
"""Makes recorded.json: what providers ask when an endpoint is set up, and what each wants to hear.

Every question says where it is from. Where the provider signs it, it is signed here, with Python's standard library and openssl; it shares no
code with Hooklatch. The private keys of Discord are made, used and forgotten, so that their questions change with every run.
"""

import hashlib
import hmac
import json
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent
VECTORS = HERE.parent / "Vectors"
NOW = 1_700_000_000
SECRET = "a secret of the tests"
JSON = {"Content-Type": "application/json"}
HOST = "https://hooks.example.com/hook"


def published(provider, number=0):
    return json.loads((VECTORS / f"{provider}.json").read_text(encoding="utf-8"))[number]


def mac(text, secret=SECRET):
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()


def ed25519(text):
    with tempfile.TemporaryDirectory() as folder:
        key, message = pathlib.Path(folder, "key"), pathlib.Path(folder, "message")
        message.write_bytes(text.encode("utf-8"))
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
        public = subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-outform", "DER"], check=True, capture_output=True).stdout[-32:]
        sign = ["openssl", "pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", message]
        return public.hex(), subprocess.run(sign, check=True, capture_output=True).stdout.hex()


def question(provider, source, answer, *, method="POST", query="", headers=None, body="", **rest):
    """An answer has a status, and a type, headers and a body where the provider looks at them."""
    return {
        "provider": provider,
        "source": source,
        "expected": "valid",
        "secret": SECRET,
        "now": NOW,
        **rest,
        "method": method,
        "url": rest.get("url", HOST) + query,
        "headers": {**(JSON if body else {}), **(headers or {})},
        "body": body,
        "answer": {"status": 200, **answer},
    }


def text(body):
    return {"type": "text/plain", "headers": {"X-Content-Type-Options": "nosniff"}, "body": body}


def document(body):
    return {"type": "application/json", "body": json.dumps(body)}


def slack():
    body = '{"token":"Jhj5dZrVaK7ZwHHjRyZWjbDl","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}'
    headers = {"X-Slack-Request-Timestamp": str(NOW), "X-Slack-Signature": "v0=" + mac(f"v0:{NOW}:{body}")}
    answer = text("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P")
    return question("slack", "api.slack.com, url_verification; slackapi/bolt-js, receivers", answer, headers=headers, body=body)


def twitch():
    body, time = '{"challenge":"pogchamp-kappa-360noscope-vohiyo","subscription":{}}', "2023-11-14T22:13:20Z"
    headers = {
        "Twitch-Eventsub-Message-Type": "webhook_callback_verification",
        "Twitch-Eventsub-Message-Id": "m1",
        "Twitch-Eventsub-Message-Timestamp": time,
        "Twitch-Eventsub-Message-Signature": "sha256=" + mac(f"m1{time}{body}"),
    }
    source = "dev.twitch.tv, Handling webhook events; twitchdev/twitch-cli"
    return question("twitch", source, text("pogchamp-kappa-360noscope-vohiyo"), headers=headers, body=body)


def discord(provider, body, answer, source):
    public, signature = ed25519(f"{NOW}{body}")
    headers = {"X-Signature-Ed25519": signature, "X-Signature-Timestamp": str(NOW)}
    return question(provider, source, answer, headers=headers, body=body, publicKey=public)


def zoom():
    one = published("zoom")
    headers = {"x-zm-request-timestamp": str(NOW), "x-zm-signature": "v0=" + mac(f"v0:{NOW}:{one['body']}", one["secret"])}
    return question("zoom", one["source"], document(one["expectedResponse"]), headers=headers, body=one["body"], secret=one["secret"])


def of_vector(name, number, answer, **rest):
    """A question that is published as a delivery."""
    one = published(name, number)
    return {**{key: value for key, value in one.items() if key not in ("scheme", "origin", "note", "plaintext")}, "provider": name, **rest, "answer": {"status": 200, **answer}}


GRID = (
    '[{"id":"2d1781af-3a4c-4d7c-bd0c-e34b19da4e66","topic":"/subscriptions/x","subject":"","data":{"validationCode":'
    '"512d38b6-c7b8-40c8-89fe-f46f9e9622b6","validationUrl":"https://rp-eastus2.eventgrid.azure.net/..."},"eventType":'
    '"Microsoft.EventGrid.SubscriptionValidationEvent","eventTime":"2018-01-25T22:12:19.4556811Z","metadataVersion":"1","dataVersion":"1"}]'
)
HOOK = "b537207f20cbfa02357cf448134da559e8bd39d61597dcd5631b8012eae53e81"
META = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
SNS = json.loads(published("aws-sns", 3)["body"])
ENCRYPTED = {"type": "application/json", "encrypted": "LPIdSnlF"}

QUESTIONS = [
    slack(),
    question("meta", "developers.facebook.com, Webhooks, Verification requests", text("1158201444"), method="GET", query=META + "meatyhamhock", verifyToken="meatyhamhock"),
    question("websub", "W3C, WebSub, 5.3", text("C"), method="GET", query="?hub.mode=subscribe&hub.topic=T&hub.challenge=C&hub.lease_seconds=864000"),
    question("dropbox", "aspnet/WebHooks, DropboxConstants; dropbox.com/developers, Webhooks", text("abc123"), method="GET", query="?challenge=abc123"),
    question("microsoft-graph", "learn.microsoft.com, Change notifications, endpoint validation", text("Validation: Testing client application"), query="?validationToken=Validation%3A%20Testing%20client%20application", headers={"Content-Type": "text/plain"}),
    question("azure-event-grid", "learn.microsoft.com, Event Grid, Endpoint validation", document({"validationResponse": "512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}), query="?token=a%20secret%20of%20the%20tests", headers={"aeg-event-type": "SubscriptionValidation"}, body=GRID),
    question("cloudevents", "cloudevents/spec, http-webhook.md, 4.1", {"headers": {"WebHook-Allowed-Origin": "eventemitter.example.com", "WebHook-Allowed-Rate": "120", "Allow": "POST"}}, method="OPTIONS", headers={"WebHook-Request-Origin": "eventemitter.example.com", "WebHook-Request-Rate": "120"}),
    twitch(),
    discord("discord", '{"type":1}', document({"type": 1}), "discord/discord-interactions-js"),
    discord("discord-events", '{"version":1,"application_id":"1","type":0}', {"status": 204, "body": ""}, "discord/discord-interactions-js, verifyWebhookEventMiddleware"),
    zoom(),
    question("x", "docs.x.com, Challenge-Response Check", document({"response_token": "sha256=aJ/TfRGygcFc7Yofl6IC07Ywjqb8THuaNEI/WohhbMw="}), method="GET", query="?crc_token=crc-token-1", secret="consumer-secret"),
    question("ebay", "developer.ebay.com, Marketplace account deletion", document({"challengeResponse": "d9168e455db82af5c452320ed0f1fb17a535723b3ea01daaad1999ba8371e6f8"}), method="GET", query="?challenge_code=123", secret="71745723-d031-455c-bfa5-f90d11b4f20a", url="https://example.com/ebay"),
    question("okta", "webhookx-io/webhookx, test/plugins/integration_auth_test.go; developer.okta.com, Event hooks", document({"verification": "aGMfEUB5SlPbLiNOC1-aYFSAAlxdZ-x8GZbsbi1f"}), method="GET", headers={"x-okta-verification-challenge": "aGMfEUB5SlPbLiNOC1-aYFSAAlxdZ-x8GZbsbi1f"}),
    question("asana", "developers.asana.com, Webhooks; hookdeck/webhook-skills, providers.yaml", {"headers": {"X-Hook-Secret": HOOK}}, headers={"X-Hook-Secret": HOOK}),
    question("clio", "docs.developers.clio.com, Webhooks; hookdeck/webhook-skills, providers.yaml", {"headers": {"X-Hook-Secret": HOOK}}, headers={"X-Hook-Secret": HOOK}),
    question("front", "dev.frontapp.com, Application webhooks; hookdeck/webhook-skills, providers.yaml", text("c1"), headers={"X-Front-Challenge": "c1"}),
    question("notion", "developers.notion.com, Webhooks, Verifying the subscription", {"body": ""}, body='{"verification_token":"secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl"}', secret=[]),
    of_vector("wecom", 2, {"type": "text/plain", "body": "1616140317555161061"}),
    question("feishu", "larksuite/node-sdk, adaptor/services/challenge.ts; open.feishu.cn, Configure request URL", document({"challenge": "ajls384kdjx98XX"}), body='{"challenge":"ajls384kdjx98XX","token":"xxxxxx","type":"url_verification"}', verificationToken="xxxxxx"),
    of_vector("dingtalk", 0, ENCRYPTED),
    of_vector("aws-sns", 3, {}, provider="aws-sns-confirming", asks=SNS["SubscribeURL"]),
    question("circle", "developers.circle.com, Webhook endpoints", {"body": ""}, method="HEAD"),
    question("intercom", "developers.intercom.com, Set up webhooks, Configuring your endpoint URL", {"body": ""}, method="HEAD"),
    question("trello", "aspnet/WebHooks, WebHookGetHeadRequestFilter; developer.atlassian.com, Trello webhooks", {"body": ""}, method="HEAD"),
    question("bitbucket-server", "confluence.atlassian.com/bitbucketserver, Manage webhooks; runatlantis/atlantis#474; jenkinsci/bitbucket-plugin#65", {"body": ""}, headers={"X-Event-Key": "diagnostics:ping", "X-Request-Id": "d872ad25"}, body='{"test":true}'),
    question("woocommerce", "woocommerce/woocommerce, WC_Webhook::deliver_ping", {"body": ""}, headers={"Content-Type": "application/x-www-form-urlencoded"}, body="webhook_id=1"),
    question("exact-online", "support.exactonline.com, Webhooks; hookdeck/webhook-skills, providers.yaml", {"body": ""}),
]

recorded = json.dumps(QUESTIONS, indent=2, ensure_ascii=False) + "\n"
(HERE / "recorded.json").write_text(recorded, encoding="utf-8")
