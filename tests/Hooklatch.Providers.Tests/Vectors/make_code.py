#!/usr/bin/env python3
"""Makes the deliveries of Vectors/Made for the providers that are verified in code, sign in the body or sign with Ed25519.

Where a provider publishes a delivery, that one is tampered with in six ways or more; where it publishes none, one is signed by its own
documentation, with Python's standard library and openssl. It shares no code with Hooklatch. A private key is made, used and forgotten, so
the files that hold a public key change with every run.
"""

import base64
import copy
import hashlib
import hmac
import json
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent
NOW = 1_700_000_000


def published(provider, number=0):
    return json.loads((HERE / f"{provider}.json").read_text(encoding="utf-8"))[number]


def ed25519(text):
    with tempfile.TemporaryDirectory() as folder:
        key, message = pathlib.Path(folder, "key"), pathlib.Path(folder, "message")
        message.write_bytes(text.encode("utf-8"))
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
        public = subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-outform", "DER"], check=True, capture_output=True).stdout[-32:]
        sign = ["openssl", "pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", message]
        return public, subprocess.run(sign, check=True, capture_output=True).stdout


def openssl(*arguments, stdin=None):
    return subprocess.run(["openssl", *arguments], check=True, capture_output=True, input=stdin).stdout


class Signer:
    """A key of one algorithm, used for the deliveries of one provider."""

    def __init__(self, *options):
        self.private = openssl("genpkey", *options)
        self.der = openssl("pkey", "-pubout", "-outform", "DER", stdin=self.private)
        self.public = base64.b64encode(self.der).decode()
        self.pem = openssl("pkey", "-pubout", stdin=self.private).decode()

    def sign(self, text, digest="sha256"):
        with tempfile.TemporaryDirectory() as folder:
            key = pathlib.Path(folder, "key")
            key.write_bytes(self.private)
            return openssl("dgst", f"-{digest}", "-sign", key, stdin=text.encode("utf-8"))


class P256(Signer):
    def __init__(self):
        super().__init__("-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")

    def jwk(self, **members):
        point = self.der[-64:]
        return json.dumps({"kty": "EC", "crv": "P-256", "x": url64(point[:32]), "y": url64(point[32:]), **members})

    def es256(self, text):
        """Both numbers of the signature one behind the other, as RFC 7518 has them; openssl writes DER."""
        der = self.sign(text)
        length = der[3]
        numbers = der[4 : 4 + length], der[6 + length :]
        return b"".join(number.lstrip(b"\0").rjust(32, b"\0") for number in numbers)


def rsa():
    return Signer("-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048")


def url64(value):
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


def token(header, claims, sign):
    """A token in the compact form of RFC 7515."""
    text = ".".join(url64(part if isinstance(part, bytes) else json.dumps(part).encode()) for part in (header, claims))
    return f"{text}.{url64(sign(text))}"


def hs(secret, algorithm="sha256"):
    return lambda text: hmac.new(secret.encode(), text.encode(), algorithm).digest()


def sha256(body):
    return hashlib.sha256(body.encode("utf-8"))


def made(source, body, headers=None, **rest):
    return {"source": source, "origin": "made by make_code.py", "expected": "valid", **rest, "headers": {"Content-Type": "application/json", **(headers or {})}, "body": body}


def without(one, header):
    changed = copy.deepcopy(one)
    del changed["headers"][header]
    return changed


def replaced(one, place, old, new, count=1):
    changed = copy.deepcopy(one)
    owner, name = (changed["headers"], place) if place in one["headers"] else (changed, place)
    assert old in owner[name], (place, old)
    owner[name] = owner[name].replace(old, new, count)
    return changed


def turned(text):
    """A signature of which the first character is another one."""
    return ("1" if text[0] != "1" else "2") + text[1:]


def tampered(valid, **ways):
    for note, one in ways.items():
        yield {**one, "origin": "made by make_code.py", "expected": "invalid", "note": note.replace("_", " ")}


def adyen_notification(*fields, signature=None):
    """Joined as they are: Adyen's libraries escape nothing."""
    reference, original, account, own, value, currency, event, success = fields
    signature = signature or base64.b64encode(hmac.new(bytes(32), ":".join(fields).encode(), "sha256").digest()).decode()
    item = {
        "additionalData": {"hmacSignature": signature},
        "amount": {"currency": currency, "value": int(value) if value.isdigit() else value},
        "eventCode": event,
        "merchantAccountCode": account,
        "merchantReference": own,
        "pspReference": reference,
        "success": success,
    }
    item |= {"originalReference": original} if original else {}
    body = json.dumps({"live": "false", "notificationItems": [{"NotificationRequestItem": item}]})
    return made("Adyen's documentation, Verify HMAC signatures, and its libraries", body, secret="00" * 32)


def adyen():
    one = published("adyen")
    signature = re.search('hmacSignature":"(.*?)"', one["body"])[1]
    divided = "PSP1", "", "ACC", "a:b", "7500", "SEK", "AUTHORISATION", "true"
    signed = re.search('hmacSignature": "(.*?)"', adyen_notification(*divided)["body"])[1]
    yield {**adyen_notification(*divided), "note": "colon in a reference"}
    yield {**adyen_notification("PSP1", "", "ACC", "\\:a\\\\b", *divided[4:]), "note": "backslashes in a reference"}
    yield {**adyen_notification("report_00:00:00.csv", "", "ACC", "", "0", "EUR", "REPORT_AVAILABLE", "true"), "note": "colons in a report's name"}
    yield from tampered(
        one,
        another_amount=replaced(one, "body", "1000", "1001"),
        another_reference=replaced(one, "body", '"pspReference":"pspReference"', '"pspReference":"other"'),
        another_signature=replaced(one, "body", signature, turned(signature)),
        signature_cut=replaced(one, "body", signature, signature[:-4]),
        no_signature=replaced(one, "body", "hmacSignature", "signature"),
        repeated_signature=replaced(one, "body", '"hmacSignature"', f'"hmacSignature":"{signature}","hmacSignature"'),
        wrong_key={**one, "secret": "00" * 32},
        a_second_notification_that_is_not_signed=replaced(one, "body", '}}}]}', '}}},{"NotificationRequestItem":{}}]}'),
        no_json={**one, "body": one["body"][:-1]},
        same_text_divided_before_the_reference=adyen_notification("PSP1:", "ACC", "a", "b", *divided[4:], signature=signed),
        same_text_divided_within_the_account=adyen_notification("PSP1", "", "ACC:a", "b", *divided[4:], signature=signed),
        same_text_divided_within_the_amount=adyen_notification("PSP1", "", "ACC", "a", "b:7500", *divided[5:], signature=signed),
    )


def alipay():
    one = published("alipay")
    return tampered(
        one,
        another_amount=replaced(one, "body", "total_amount=0.1", "total_amount=9.1"),
        another_signature=replaced(one, "body", "&sign=", "&sign=A"),
        no_signature=replaced(one, "body", "&sign=", "&sing="),
        repeated_signature={**one, "body": one["body"] + "&sign=x"},
        repeated_field={**one, "body": one["body"] + "&total_amount=9.10"},
        another_type={**one, "body": one["body"].replace("RSA2", "RSA")},
        wrong_key={**one, "publicKey": published("alipay", 3)["publicKey"]},
        another_application=replaced(one, "body", "app_id=20", "app_id=19"),
    )


def aws_sns():
    one = published("aws-sns")
    signature = re.search('"Signature" : "(.*?)"', one["body"])[1]
    return tampered(
        one,
        another_message=replaced(one, "body", "Hello!", "hello!"),
        another_subject=replaced(one, "body", "My message", "my message"),
        another_signature=replaced(one, "body", signature, turned(signature)),
        no_signature=replaced(one, "body", '"Signature" :', '"Sign" :'),
        repeated_signature=replaced(one, "body", '"Signature" :', f'"Signature" : "{signature}", "Signature" :'),
        another_version=replaced(one, "body", '"SignatureVersion" : "1"', '"SignatureVersion" : "2"'),
        another_topic=replaced(one, "body", "dongie-standard-topic", "another", 2),
        no_json={**one, "body": one["body"].rstrip()[:-1]},
    )


def callback(provider, name, wrong):
    one = published(provider)
    signature = re.search(f"{name}=([0-9a-f]+)", one["url"])[1]
    return tampered(
        one,
        another_cipher_text=wrong(one),
        another_signature=replaced(one, "url", signature, turned(signature)),
        signature_cut=replaced(one, "url", signature, signature[:-2]),
        no_signature=replaced(one, "url", name, "sign"),
        repeated_signature={**one, "url": one["url"] + f"&{name}={signature}"},
        another_nonce={**one, "url": one["url"].replace("nonce=", "nonce=1")},
        wrong_token={**one, "secret": "another token"},
        wrong_key={**one, "aesKey": "A" * 43},
        another_receiver={**one, "receiveId": "another"},
    )


def paypal():
    one = published("paypal")
    names = {name.upper(): name for name in one["headers"]}
    signature = names["PAYPAL-TRANSMISSION-SIG"]
    return tampered(
        one,
        another_body={**one, "body": one["body"] + " "},
        another_signature={**one, "headers": {**one["headers"], signature: turned(one["headers"][signature])}},
        no_signature=without(one, signature),
        no_id=without(one, names["PAYPAL-TRANSMISSION-ID"]),
        another_time={**one, "headers": {**one["headers"], names["PAYPAL-TRANSMISSION-TIME"]: "2015-05-18T15:45:14Z"}},
        another_algorithm={**one, "headers": {**one["headers"], names["PAYPAL-AUTH-ALGO"]: "SHA1withRSA"}},
        another_webhook={**one, "secret": "another"},
    )


def twilio():
    one = published("twilio")
    return tampered(
        one,
        another_field=replaced(one, "body", "Digits=1234", "Digits=1235"),
        a_field_more={**one, "body": one["body"] + "&a=b"},
        no_signature=without(one, "X-Twilio-Signature"),
        another_signature=replaced(one, "X-Twilio-Signature", "RSO", "SSO"),
        another_url={**one, "url": one["url"].replace("foo=1", "foo=2")},
        wrong_token={**one, "secret": "another"},
        no_text={**one, "body": one["body"] + "&a=%C3"},
    )


def twilio_shared_key():
    """A SharedKey, whose algorithm a header names that nobody signs."""
    url, body, secret = "https://hooks.example.com/hook?foo=1", "CallSid=CA1234567890ABCDE&Digits=1234", "a shared key of the tests"
    signature = lambda key, algorithm: base64.b64encode(hmac.new(key.encode(), (url + "CallSidCA1234567890ABCDEDigits1234").encode(), algorithm).digest()).decode()
    name = "X-Twilio-Webhooks-Signature-Settings"
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Twilio-Signature": signature(secret, "sha256"),
        name: "key=webhooks_sharedkey_01h9krwprkeee8fzqspvwy6nq8,algorithm=HMAC_SHA256",
    }
    one = made("twilio.com/docs/usage/webhooks/webhook-shared-keys", body, headers, secret=secret)
    one["url"] = url
    one["headers"] = headers
    yield one
    of_sha1 = lambda settings: {**one, "headers": {**headers, "X-Twilio-Signature": signature(secret, "sha1"), **settings}}
    yield from tampered(
        one,
        weaker_algorithm=of_sha1({name: "key=k,algorithm=HMAC_SHA1"}),
        algorithm_of_another_signature=of_sha1({}),
        no_algorithm=of_sha1({name: "key=k"}),
        two_algorithms=of_sha1({name: "key=k,algorithm=HMAC_SHA256,algorithm=HMAC_SHA1"}),
        no_settings={**one, "headers": {key: value for key, value in headers.items() if key != name}},
        no_settings_and_weaker={**one, "headers": {"Content-Type": headers["Content-Type"], "X-Twilio-Signature": signature(secret, "sha1")}},
        empty_settings=of_sha1({name: ""}),
        unknown_algorithm={**one, "headers": {**headers, name: "key=k,algorithm=NONE"}},
        algorithm_in_lower_case={**one, "headers": {**headers, name: "key=k,algorithm=hmac_sha256"}},
        another_body={**one, "body": body + "&a=b"},
        wrong_key={**one, "secret": "another"},
    )


def feishu():
    key, body = "test key", '{"schema":"2.0","header":{"event_id":"5e3702a84e847582be8db7fb73283c02","event_type":"im.message.receive_v1"}}'
    signature = hashlib.sha256(f"{NOW}n1{key}{body}".encode()).hexdigest()
    headers = {"X-Lark-Request-Timestamp": str(NOW), "X-Lark-Request-Nonce": "n1", "X-Lark-Signature": signature}
    one = made("open.feishu.cn, Configure Encrypt Key", body, headers, secret=key, now=NOW)
    yield one
    yield from tampered(
        one,
        another_body={**one, "body": body + " "},
        another_signature=replaced(one, "X-Lark-Signature", signature, turned(signature)),
        no_signature=without(one, "X-Lark-Signature"),
        no_nonce=without(one, "X-Lark-Request-Nonce"),
        another_time=replaced(one, "X-Lark-Request-Timestamp", "1700000000", "1700000001"),
        wrong_key={**one, "secret": "another"},
        a_question_that_nothing_proves={**without(one, "X-Lark-Signature"), "body": '{"type":"url_verification","challenge":"c"}'},
    )


def feishu_card():
    body = '{"open_id":"ou_1","action":{"value":{}}}'
    signature = hashlib.sha1(f"{NOW}n1token{body}".encode()).hexdigest()
    headers = {"X-Lark-Request-Timestamp": str(NOW), "X-Lark-Request-Nonce": "n1", "X-Lark-Signature": signature}
    yield made("github.com/larksuite/node-sdk, card dispatcher", body, headers, secret="token", now=NOW)


def cloudinary(algorithm):
    body = '{"notification_type":"upload","public_id":"naïve"}'
    signature = hashlib.new(algorithm, f"{body}{NOW}secret".encode()).hexdigest()
    yield made("cloudinary.com/documentation, Verifying notification signatures", body, {"X-Cld-Timestamp": str(NOW), "X-Cld-Signature": signature}, secret="secret", now=NOW)


def mailgun():
    signature = hmac.new(b"key", f"{NOW}token-1".encode(), "sha256").hexdigest()
    body = json.dumps({"signature": {"timestamp": str(NOW), "token": "token-1", "signature": signature}, "event-data": {"event": "opened", "id": "e1"}})
    yield made("documentation.mailgun.com, Securing webhooks", body, secret="key", now=NOW)


def discord_events():
    body = '{"version":1,"application_id":"1","type":1,"event":{"type":"APPLICATION_AUTHORIZED"}}'
    key, signature = ed25519(f"{NOW}{body}")
    yield made("discord.com/developers/docs, Webhook events", body, {"X-Signature-Timestamp": str(NOW), "X-Signature-Ed25519": signature.hex()}, publicKey=key.hex(), now=NOW)


def token_io():
    body = '{"eventType":"PAYMENT_STATUS_CHANGED"}'
    key, signature = ed25519(body)
    text = base64.urlsafe_b64encode(signature).decode().rstrip("=")
    yield made("docs.token.io, Webhooks", body, {"token-signature": text, "token-event": "PAYMENT_STATUS_CHANGED"}, publicKey=base64.b64encode(key).decode())


def standard_webhooks_ed25519(prefix, source):
    body = '{"type":"user.created"}'
    key, signature = ed25519(f"msg_1.{NOW}.{body}")
    headers = {f"{prefix}-id": "msg_1", f"{prefix}-timestamp": str(NOW), f"{prefix}-signature": "v1a," + base64.b64encode(signature).decode()}
    yield made(source, body, headers, publicKey="whpk_" + base64.b64encode(key).decode(), now=NOW)


def ill_formed(one, header):
    """What no reader of tokens may take, whatever the provider."""
    value = one["headers"][header]
    head, claims, signature = value.split(".")

    def of(text):
        return replaced(one, header, value, text)

    return {
        "another_body": {**one, "body": one["body"] + " "},
        "another_signature": of(f"{head}.{claims}.{turned(signature)}"),
        "no_signature": of(f"{head}.{claims}."),
        "two_parts": of(f"{head}.{claims}"),
        "four_parts": of(f"{value}.{signature}"),
        "padding": of(value + "=="),
        "no_token": of("a"),
        "no_header": without(one, header),
    }


def netlify():
    secret, name = "a secret of the tests", "X-Webhook-Signature"
    body = '{"id":"5ebc34bf4fea0b01f02efa3a","state":"ready","name":"naïve"}'
    head, claims = {"alg": "HS256", "typ": "JWT"}, {"iss": "netlify", "sha256": sha256(body).hexdigest()}

    def of(header, said, sign=hs(secret)):
        return made("docs.netlify.com, Deploy notifications, Payload signature", body, {name: token(header, said, sign)}, secret=secret)

    one = of(head, claims)
    yield one
    yield from tampered(
        one,
        **ill_formed(one, name),
        wrong_secret={**one, "secret": "another"},
        another_issuer=of(head, {**claims, "iss": "another"}),
        no_hash=of(head, {"iss": "netlify"}),
        repeated_claim=of(head, f'{{"iss":"netlify","sha256":"x","sha256":"{claims["sha256"]}"}}'.encode()),
        no_algorithm=of({**head, "alg": "none"}, claims, lambda _: b""),
        no_algorithm_but_signed=of({**head, "alg": "none"}, claims),
        another_algorithm=of({**head, "alg": "HS512"}, claims, hs(secret, "sha512")),
        repeated_algorithm=of(b'{"alg":"none","alg":"HS256"}', claims),
        critical_extension=of({**head, "crit": ["b64"], "b64": False}, claims),
    )


def plaid():
    key, other, name = P256(), P256(), "Plaid-Verification"
    body = '{"webhook_type":"TRANSACTIONS","webhook_code":"SYNC_UPDATES_AVAILABLE","item_id":"naïve"}'
    head = {"alg": "ES256", "kid": "bfbd5111-8e33-4643-8ced-b2e642a72f3c", "typ": "JWT"}
    claims = {"iat": NOW, "request_body_sha256": sha256(body).hexdigest()}
    pinned = key.jwk(kid=head["kid"], alg="ES256", use="sig", created_at=1560466143, expired_at=None)

    def of(header, said, sign=key.es256):
        return made("plaid.com/docs, Verify webhooks", body, {name: token(header, said, sign)}, publicKey=pinned, now=NOW)

    one = of(head, claims)
    yield one
    yield {**one, "publicKey": f'{{"key":{pinned},"request_id":"1"}}', "note": "the key as the API answers it"}
    yield from tampered(
        one,
        **ill_formed(one, name),
        wrong_key={**one, "publicKey": other.jwk(kid=head["kid"])},
        key_of_another_name={**one, "publicKey": key.jwk(kid="another")},
        key_that_expired={**one, "publicKey": f'{{"keys":[{other.jwk(kid="b")},{key.jwk(kid=head["kid"], expired_at=1)}]}}'},
        no_name_of_a_key=of({"alg": "ES256"}, claims),
        stale={**one, "now": NOW + 301},
        early={**one, "now": NOW - 301},
        no_time=of(head, {"request_body_sha256": claims["request_body_sha256"]}),
        time_in_words=of(head, {**claims, "iat": str(NOW)}),
        key_that_the_token_brings=of({**head, "jwk": json.loads(other.jwk())}, claims, other.es256),
        secret_that_is_the_public_key=of({**head, "alg": "HS256"}, claims, hs(pinned)),
        signature_in_der=of(head, claims, key.sign),
        no_algorithm=of({**head, "alg": "none"}, claims, lambda _: b""),
    )


def fusionauth():
    key, other, name = rsa(), rsa(), "X-FusionAuth-Signature-JWT"
    body = '{"event":{"id":"1a2b","type":"user.create","user":{"firstName":"naïve"}}}'
    head = {"alg": "RS256", "kid": "webhooks", "typ": "JWT"}
    claims = {"request_body_sha256": base64.b64encode(sha256(body).digest()).decode()}

    def of(header, said, sign=key.sign):
        return made("fusionauth.io/docs, Signing Webhooks", body, {name: token(header, said, sign)}, publicKey=key.pem)

    one = of(head, claims)
    yield one
    yield from tampered(
        one,
        **ill_formed(one, name),
        wrong_key={**one, "publicKey": other.pem},
        hash_in_hexadecimal=of(head, {"request_body_sha256": sha256(body).hexdigest()}),
        another_algorithm=of({**head, "alg": "RS512"}, claims, lambda text: key.sign(text, "sha512")),
        secret_that_is_the_public_key=of({**head, "alg": "HS256"}, claims, hs(key.pem)),
        no_algorithm=of({**head, "alg": "none"}, claims, lambda _: b""),
        token_without_claims=of(head, {"sub": "a user"}),
    )


def ebay():
    key, other, name, kid = P256(), P256(), "X-EBAY-SIGNATURE", "9936261a-7d7b-4621-a0f1-96ccb428af49"
    body = '{"metadata":{"topic":"MARKETPLACE_ACCOUNT_DELETION"},"notification":{"notificationId":"49fe","data":{"username":"naïve"}}}'
    signed = key.sign(body, "sha1")
    said = {"alg": "ecdsa", "kid": kid, "signature": base64.b64encode(signed).decode(), "digest": "SHA1"}
    pinned = json.dumps({"kid": kid, "key": key.pem.replace("\n", ""), "algorithm": "ECDSA", "digest": "SHA1"})

    def of(text, **members):
        text = text if isinstance(text, str) else json.dumps({**text, **members}, separators=(",", ":"))
        value = base64.b64encode(text.encode()).decode()
        return made("github.com/eBay/event-notification-nodejs-sdk, lib/validator.js", body, {name: value}, publicKey=pinned)

    one = of(said)
    yield one
    yield {**one, "publicKey": json.dumps({"key": key.pem.replace("\n", "")}), "note": "the key as the API answers it"}
    yield {**one, "publicKey": key.pem, "note": "the key as PEM"}
    yield from tampered(
        one,
        another_body={**one, "body": body + " "},
        another_signature=of(said, signature=base64.b64encode(signed[:-1] + bytes([signed[-1] ^ 1])).decode()),
        signature_by_another_hash=of(said, signature=base64.b64encode(key.sign(body)).decode(), digest="SHA256"),
        another_algorithm=of(said, alg="none"),
        no_signature=of({"alg": "ecdsa", "kid": kid, "digest": "SHA1"}),
        no_digest=of({member: value for member, value in said.items() if member != "digest"}),
        repeated_name=of(json.dumps(said)[:-1] + f', "kid": "{kid}"}}'),
        no_name=of(said, kid=""),
        no_json=of("a"),
        no_base64={**one, "headers": {**one["headers"], name: "*"}},
        no_header=without(one, name),
        wrong_key={**one, "publicKey": other.pem},
        key_of_another_name={**one, "publicKey": pinned.replace(kid, "another")},
    )


def circle():
    key, other, name, kid = P256(), P256(), "X-Circle-Signature", "879dc113-5ca4-4ff7-a6b7-54652083fcf8"
    body = '{"subscriptionId":"0","notificationId":"n-1","notificationType":"webhooks.test","notification":{"hello":"naïve"}}'

    def pinned(public, called=kid):
        return json.dumps({"data": {"id": called, "algorithm": "ECDSA_SHA_256", "publicKey": public, "createDate": "2023-06-28T21:47:35Z"}})

    def of(signed):
        headers = {name: base64.b64encode(signed).decode(), "X-Circle-Key-Id": kid}
        return made("developers.circle.com, Verify webhook signatures", body, headers, publicKey=pinned(key.public))

    signed = key.sign(body)
    one = of(signed)
    yield one
    yield from tampered(
        one,
        another_body={**one, "body": body + " "},
        another_signature=of(signed[:-1] + bytes([signed[-1] ^ 1])),
        signature_cut=of(signed[:-1]),
        signature_by_another_hash=of(key.sign(body, "sha1")),
        signature_not_in_der=of(key.es256(body)),
        no_signature=without(one, name),
        no_name_of_a_key=without(one, "X-Circle-Key-Id"),
        another_name_of_a_key=replaced(one, "X-Circle-Key-Id", "879d", "979d"),
        wrong_key={**one, "publicKey": pinned(other.public)},
        key_of_another_name={**one, "publicKey": pinned(key.public, "another")},
    )


def exact_online():
    secret = "a secret of the tests"
    content = '{"Topic":"Accounts","Action":"Update","Key":"d4d4c8b6","Division":123456,"Name":"naïve"}'

    def of(text, code, rest=""):
        body = f'{{"Content":{text},"HashCode":"{code}"{rest}}}'
        return made("github.com/picqer/exact-php-client, Webhook/Authenticatable.php", body, secret=secret)

    code = hs(secret)(content).hex().upper()
    one = of(content, code)
    yield one
    yield from tampered(
        one,
        another_content=replaced(one, "body", "123456", "123457"),
        content_written_anew=replaced(one, "body", '"Topic":', '"Topic": '),
        another_signature=of(content, turned(code)),
        signature_cut=of(content, code[:-2]),
        no_signature=replaced(one, "body", "HashCode", "Hash"),
        repeated_signature=of(content, code, f',"HashCode":"{code}"'),
        repeated_content=of(content, code, ',"Content":{"Topic":"Items"}'),
        something_that_is_not_signed=of(content, code, ',"Topic":"Items"'),
        no_content={**one, "body": f'{{"HashCode":"{code}"}}'},
        wrong_secret={**one, "secret": "another"},
        no_json={**one, "body": one["body"][:-1]},
    )


DELIVERIES = {
    "adyen": adyen(),
    "alipay": alipay(),
    "aws-sns": aws_sns(),
    "circle": circle(),
    "cloudinary": cloudinary("sha1"),
    "cloudinary-sha256": cloudinary("sha256"),
    "dingtalk": callback("dingtalk", "signature", lambda one: replaced(one, "body", "1a3N", "2a3N")),
    "discord-events": discord_events(),
    "ebay": ebay(),
    "exact-online": exact_online(),
    "feishu": feishu(),
    "feishu-card": feishu_card(),
    "fusionauth": fusionauth(),
    "mailgun": mailgun(),
    "netlify": netlify(),
    "paypal": paypal(),
    "plaid": plaid(),
    "standard-webhooks-ed25519": standard_webhooks_ed25519("webhook", "the specification of Standard Webhooks"),
    "svix-ed25519": standard_webhooks_ed25519("svix", "docs.svix.com, Verifying payloads"),
    "tokenio": token_io(),
    "twilio": twilio(),
    "twilio-shared-key": twilio_shared_key(),
    "wecom": callback("wecom", "msg_signature", lambda one: replaced(one, "body", "Ryp", "Syp")),
}

# How many seconds the signed time of a delivery may differ from now where an endpoint says nothing.
WINDOWS = {"alipay": 25 * 3600, "aws-sns": 65 * 60, "dingtalk": 3600, "feishu": 8 * 3600, "paypal": 73 * 3600, "wecom": 300}


def aged(name, deliveries):
    """The valid delivery of a provider at the ends of its window and beyond them."""
    one = next(one for one in deliveries + [published(name)] if one["expected"] == "valid")
    for note, seconds, expected in (
        ("old", WINDOWS[name], "valid"),
        ("stale", WINDOWS[name] + 1, "invalid"),
        ("early", -WINDOWS[name] - 1, "invalid"),
    ):
        made_of = {"origin": "made by make_code.py", "note": note, "expected": expected}
        yield {**one, **made_of, "now": one["now"] + seconds}


# The same deliveries to an endpoint whose keys the host's own code tells. It is not asked again for a name that it has told already.
DELIVERIES["circle"] = list(DELIVERIES["circle"])
DELIVERIES["circle-by-host"] = [one for one in DELIVERIES["circle"] if one.get("note") not in ("wrong key", "key of another name")]

for name, deliveries in DELIVERIES.items():
    deliveries = list(deliveries)
    deliveries += aged(name, deliveries) if name in WINDOWS else []
    text = json.dumps(deliveries, indent=2, ensure_ascii=False) + "\n"
    (HERE / "Made" / f"{name}.json").write_text(text, encoding="utf-8")
