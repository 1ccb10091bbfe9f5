"""The endpoints as a FastAPI application writes them."""

import hashlib
import hmac
import json
import os

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse

app = FastAPI()
secret = os.environ["SECRET"].encode()


def verifies(request: Request, body: bytes) -> bool:
    expected = "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, request.headers.get("x-hub-signature-256", ""))


@app.post("/push")
async def push(request: Request):
    body = await request.body()
    if not verifies(request, body):
        return PlainTextResponse("", status_code=403)
    payload = json.loads(body)
    event = request.headers["x-github-event"]
    pusher, repository = payload["pusher"]["name"], payload["repository"]["full_name"]
    count = len([commit["message"] for commit in payload["commits"]])
    return PlainTextResponse(f"{event}: {pusher} pushed {count} commit(s) to {repository}")


@app.post("/upload")
async def upload(request: Request):
    body = await request.body()
    if not verifies(request, body):
        return PlainTextResponse("", status_code=403)
    form = await request.form()
    content = await form["file"].read()
    return PlainTextResponse(str(len(content)))
