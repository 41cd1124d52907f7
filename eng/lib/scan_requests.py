"""Writes what sqlmap is to ask a running demo for: scan_requests.py ADDRESS FOLDER PART

PART is gets (what the API's own document names to be read), pages (links with parameters and forms that a crawl of the desks'
pages finds) or bodies (what the API takes, with the members that have to be there). FOLDER gets PART.log, a log of requests in
which each value that is to be attacked is marked with a star.
"""

import collections
import html.parser
import json
import re
import sys
import urllib.error
import urllib.parse
import urllib.request

ADDRESS, FOLDER, PART = sys.argv[1].rstrip("/"), sys.argv[2], sys.argv[3]
HOST = urllib.parse.urlsplit(ADDRESS).netloc
WHO = {"Rung-Actor": "Scanner", "Rung-Role": "complaint-handler"}
JSON = {"Content-Type": "application/json"}
DESKS = ["schools-desk", "smc"]
MOST_PAGES = 150
SEPARATOR = "=" * 54
TOKEN = "__RequestVerificationToken"


def ask(path, headers=WHO, body=None, method="GET"):
    request = urllib.request.Request(urllib.parse.urljoin(ADDRESS, path), body, headers, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.headers, answer.read().decode("utf-8", "replace")


def written(method, path, headers, body=""):
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}"] + [f"{name}: {value}" for name, value in headers.items()]
    return "\n".join(lines) + "\n\n" + body + "\n"


def save(name, requests):
    # Parameters come before paths, for whoever stops the scan early.
    requests.sort(key=lambda one: "?" not in one.split("\n")[0])
    with open(f"{FOLDER}/{name}.log", "w", encoding="utf-8") as log:
        log.writelines(f"{SEPARATOR}\n{HOST}\n{SEPARATOR}\n{one}{SEPARATOR}\n" for one in requests)
    print(f"{name}: {len(requests)} requests, {sum(one.count('*') for one in requests)} values")


class Api:
    """What the document names, with what the demo has."""

    def __init__(self):
        self.document = json.loads(ask("/openapi/v1.json")[1])
        desk = f"/api/v1/{DESKS[0]}"
        lines = json.loads(ask(f"{desk}/promises?take=50")[1])["promises"]
        rows = json.loads(ask(f"{desk}/queue?take=20")[1])["rows"]
        cases = (json.loads(ask(f"{desk}/cases/{row['reference']}")[1]) for row in rows)
        case = next(one for one in cases if one["clocks"])
        ask(f"{desk}/drafts/log", WHO | JSON, b'{"text":"Half a sentence"}', "PUT")
        self.things = {
            "desk": DESKS[0],
            "reference": case["reference"],
            "target": case["clocks"][0]["target"],
            "about": "log",
            "hash": "0" * 64,
            "owner": next(one["owner"]["name"] for one in lines if one.get("owner")),
            "customer": json.loads(ask(f"{desk}/customers?q=school&take=1")[1])["customers"][0]["id"],
            "mail": str(json.loads(ask(f"{desk}/intake")[1])["mails"][0]["id"]),
        }

    def operations(self):
        for path, methods in self.document["paths"].items():
            for method, operation in methods.items():
                if path.startswith("/api/"):
                    yield method.upper(), path, operation

    def path(self, path, mark):
        things = dict(self.things, id=self.things["customer" if "/customers/" in path else "mail"])
        # The desk is looked up before anything else: it is attacked where it stands alone.
        path = path if path.endswith("{desk}") else path.replace("{desk}", things["desk"])
        return re.sub(r"\{(\w+)\}", lambda part: things[part[1]] + mark, path)

    def gets(self):
        """One for the path and one for each parameter, with values that are right: what is refused reaches no query."""
        for method, path, operation in self.operations():
            if method != "GET":
                continue
            asked = [one for one in operation.get("parameters", []) if one["in"] == "query"]
            # One row is enough to tell two answers apart, and is compared sooner than fifty.
            kept = [one for one in asked if one.get("required") or one["name"] == "take"]
            needed = {one["name"]: self.asked(one, path) for one in kept}
            if "*" in self.path(path, "*"):
                yield self.get(path, needed, None)
            for one in asked:
                yield self.get(path, needed | {one["name"]: self.asked(one, path)}, one["name"])

    def get(self, path, asked, attacked):
        query = "&".join(f"{one}={urllib.parse.quote(asked[one])}{'*' if one == attacked else ''}" for one in asked)
        marked = self.path(path, "" if attacked else "*") + (f"?{query}" if query else "")
        try:
            ask(marked.replace("*", ""))
        except urllib.error.HTTPError as refusal:
            print(f"gets: {marked} answers {refusal.code} as it is", file=sys.stderr)
        return written("GET", marked, WHO)

    def asked(self, parameter, path):
        usual = {"take": "1", "within": "PT24H", "q": "mail", "promises": "all", "edition": "customer", "priority": "P3"}
        if parameter["name"] == "q" and "/customers" in path:
            return "school"
        known = usual | {"owner": self.things["owner"], "customer": self.things["customer"]}
        choices = parameter["schema"].get("enum")
        if parameter["name"] == "after":
            link = ask(f"{self.path(path, '')}?take=1")[0].get("Link") or "after=1>"
            return urllib.parse.unquote(re.search(r"after=([^&>]*)", link)[1])
        return known.get(parameter["name"]) or (choices or ["1"])[0]

    def bodies(self):
        for method, path, operation in self.operations():
            if "requestBody" in operation:
                schema = operation["requestBody"]["content"]["application/json"]["schema"]
                body = json.dumps(self.value(schema, ""))
                if "*" in body:
                    yield written(method, self.path(path, ""), WHO | JSON, body)

    def value(self, schema, name):
        if "$ref" in schema:
            return self.value(self.document["components"]["schemas"][schema["$ref"].split("/")[-1]], name)
        for one in schema.get("oneOf", []):
            if one.get("type") != "null":
                return self.value(one, name)
        kinds = schema.get("type", "string")
        kind = kinds if isinstance(kinds, str) else next(one for one in kinds if one != "null")
        if kind == "object":
            parts = schema.get("properties", {})
            return {one: self.value(parts[one], one) for one in schema.get("required", [])}
        if kind == "array":
            return []
        if kind in ("integer", "number"):
            return 1
        if kind == "boolean":
            return True
        return self.text(schema, name)

    def text(self, schema, name):
        usual = {"kind": "fault", "customer": self.things["customer"], "other": self.things["reference"]}
        if "enum" in schema:
            return schema["enum"][0]
        if schema.get("format"):
            return schema.get("examples", ["x"])[0]
        return usual.get(name, "x") + "*"


class Page(html.parser.HTMLParser):
    """The links and forms of a page."""

    def __init__(self, path, text):
        super().__init__()
        self.path, self.links, self.forms = path, [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "a" and "href" in given:
            self.links.append(urllib.parse.urljoin(self.path, given["href"]))
        elif tag == "form":
            action = urllib.parse.urljoin(self.path, given.get("action", self.path))
            self.forms.append((given.get("method", "get").upper(), action, {}))
        elif tag in ("input", "textarea", "select", "button") and given.get("name") and self.forms:
            self.forms[-1][2].setdefault(given["name"], given.get("value") or "x")


def shape(path):
    """The same for two pages that differ in what they are about."""
    return re.sub(r"/[A-Z]+-\w{3}-\w{3}(?=/|$)|/\d+(?=/|$)|(?<=/customers)/(?!new|import)[^/]+|(?<=/articles)/[^/]+", "/#", path)


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
    known = set()
    for page, cookie in crawl():
        links = [("GET", *one.split("?", 1)) for one in page.links if one.startswith("/") and "?" in one]
        asked = [(method, path, dict(urllib.parse.parse_qsl(query))) for method, path, query in links]
        for method, path, fields in asked + page.forms:
            key = (method, shape(path), tuple(sorted(fields)) if method == "GET" else ())
            if key in known or not fields or path.startswith("/api"):
                continue
            known.add(key)
            yield form(method, path, fields, cookie)


def form(method, path, fields, cookie):
    encoded = "&".join(
        f"{urllib.parse.quote(name)}={urllib.parse.quote(value)}{'' if name == TOKEN else '*'}"
        for name, value in fields.items()
    )
    headers = {"Cookie": cookie} if cookie else {}
    if method == "GET":
        return written(method, f"{path.split('?')[0]}?{encoded}", headers)
    return written(method, path, headers | {"Content-Type": "application/x-www-form-urlencoded"}, encoded)


if __name__ == "__main__":
    save(PART, list(pages() if PART == "pages" else getattr(Api(), PART)()))
