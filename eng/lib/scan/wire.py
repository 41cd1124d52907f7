"""Asks the demo that is scanned, and writes requests as sqlmap reads them."""

import sys
import urllib.parse
import urllib.request

ADDRESS = sys.argv[1].rstrip("/")
HOST = urllib.parse.urlsplit(ADDRESS).netloc
DESKS = ["schools-desk", "smc"]
WHO = {"Rung-Actor": "Scanner", "Rung-Role": "complaint-handler"}


def ask(path, headers=WHO, body=None, method="GET"):
    request = urllib.request.Request(urllib.parse.urljoin(ADDRESS, path), body, headers, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.headers, answer.read().decode("utf-8", "replace")


def written(method, path, headers, body=""):
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}"] + [f"{name}: {value}" for name, value in headers.items()]
    return "\n".join(lines) + "\n\n" + body + "\n"
