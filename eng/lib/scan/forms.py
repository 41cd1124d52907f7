"""The links with parameters and the forms of the desks' pages; each value that is to be attacked has a star after it."""

import collections
import re
import urllib.parse

from page import Page
from wire import DESKS, HOST, ask, written

MOST_PAGES = 150
TOKEN = "__RequestVerificationToken"
# A form that has one is carried out once and answered the same ever after, so that it is left out where something else is attacked.
ONCE = "token"
# What nearly every form has and one place reads: attacked in three forms.
KEYS = (ONCE, "version", "seen")


def shape(path):
    """The same for two pages that differ in what they are about."""
    named = re.sub(r"/(customers|articles|contacts|services|sites)/(?!new|import)[^/]+", r"/\1/#", path)
    return re.sub(r"/[A-Z]+-\w{3}-\w{3}(?=/|$)|/\d+(?=/|$)", "/#", named)


def crawl():
    """The pages of each desk, each sort of them a few times."""
    seen, counts = set(), collections.Counter()
    waiting = collections.deque(f"/{desk}/{page}" for desk in DESKS for page in ("queue", "portal", "help", "guide"))
    while waiting and len(seen) < MOST_PAGES:
        path = urllib.parse.urldefrag(waiting.popleft())[0]
        parts = urllib.parse.urlsplit(path)
        sort = shape(parts.path)
        leaves = parts.netloc not in ("", HOST) or sort.startswith(("/api", "/openapi")) or sort.endswith("/live")
        if path in seen or leaves or counts[sort] >= 3:
            continue
        seen.add(path)
        counts[sort] += 1
        try:
            headers, text = ask(path, {})
        except OSError:
            continue
        if headers.get_content_type() == "text/html":
            page = Page(path, text)
            waiting.extend(page.links)
            yield page, (headers.get("Set-Cookie") or "").split(";")[0]


def pages():
    """Each field of each sort of form or link once, at whichever desk it is met first."""
    counts = collections.Counter()
    for page, cookie in crawl():
        links = [("GET", *one.split("?", 1)) for one in page.links if one.startswith("/") and "?" in one]
        asked = [(method, path, dict(urllib.parse.parse_qsl(query.split("#")[0]))) for method, path, query in links]
        for method, path, fields in asked + page.forms:
            attacked = [] if path.startswith("/api") else [one for one in fields if is_new(counts, method, path, one)]
            for together in ([one for one in attacked if one == ONCE], [one for one in attacked if one != ONCE]):
                if together:
                    yield form(method, path.split("?")[0], (fields, together), cookie)


def is_new(counts, method, path, name):
    key = name if name in KEYS else (method, re.sub(r"^/(schools-desk|smc)(?=/)", "", shape(path)), name)
    counts[key] += 1
    return name != TOKEN and counts[key] <= (3 if name in KEYS else 1)


def form(method, path, asked, cookie):
    fields, attacked = asked
    encoded = "&".join(
        f"{urllib.parse.quote(name)}={urllib.parse.quote(value)}{'*' if name in attacked else ''}"
        for name, value in fields.items()
        if name != ONCE or name in attacked
    )
    headers = {"Cookie": cookie} if cookie else {}
    if method == "GET":
        return written(method, f"{path}?{encoded}", headers)
    return written(method, path, headers | {"Content-Type": "application/x-www-form-urlencoded"}, encoded)
