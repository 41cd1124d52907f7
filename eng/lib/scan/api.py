"""What the API's own document names, asked for with what the demo has; each value that is to be attacked has a star after it."""

import json
import re
import sys
import urllib.error
import urllib.parse

from wire import DESKS, WHO, ask, written

JSON = {"Content-Type": "application/json"}


class Api:
    def __init__(self):
        self.document = json.loads(ask("/openapi/v1.json")[1])
        desk = f"/api/v1/{DESKS[0]}"
        lines = json.loads(ask(f"{desk}/promises?take=50")[1])["promises"]
        rows = json.loads(ask(f"{desk}/queue?take=20")[1])["rows"]
        cases = (json.loads(ask(f"{desk}/cases/{row['reference']}")[1]) for row in rows)
        case = next(one for one in cases if one["clocks"])
        self.things = {
            "desk": DESKS[0],
            "reference": case["reference"],
            "target": case["clocks"][0]["target"],
            "about": "log",
            "owner": next(one["owner"]["name"] for one in lines if one.get("owner")),
            "customer": json.loads(ask(f"{desk}/customers?q=school&take=1")[1])["customers"][0]["id"],
            "mail": str(json.loads(ask(f"{desk}/intake")[1])["mails"][0]["id"]),
            "heartbeat": "scanned",
        }
        self.add_what_no_demo_has(desk)

    def add_what_no_demo_has(self, desk):
        customer = self.things["customer"]
        ask(f"{desk}/drafts/log", WHO | JSON, b'{"text":"Half a sentence"}', "PUT")
        beat = {"name": "Backup", "customer": customer, "every": "PT30H"}
        ask(f"{desk}/heartbeats/{self.things['heartbeat']}", WHO | JSON, json.dumps(beat).encode(), "PUT")
        wrote = {"source": "phone", "customer": customer, "contact": {"name": "Robin"}, "text": "It took long"}
        complaint = json.loads(ask(f"{desk}/complaints", WHO | JSON, json.dumps(wrote).encode(), "POST")[1])
        self.things["complaint"] = complaint["reference"]
        paper = b'{"name":"letter.txt","mediaType":"text/plain","content":"eA=="}'
        papers = f"{desk}/cases/{complaint['reference']}/papers"
        case = json.loads(ask(papers, WHO | JSON, paper, "POST")[1])
        self.things["hash"] = case["complaint"]["papers"][0]["hash"]

    def operations(self):
        for path, methods in self.document["paths"].items():
            for method, operation in methods.items():
                if path.startswith("/api/"):
                    yield method.upper(), path, operation

    def path(self, path, mark):
        kind = next((kind for kind in ("customer", "heartbeat") if f"/{kind}s/" in path), "mail")
        things = dict(self.things, id=self.things[kind])
        if re.search(r"/(papers|[a-z]+-complaint|acknowledge|holding-reply)\b", path):
            things["reference"] = things["complaint"]
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
