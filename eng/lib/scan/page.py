"""What a page links to, and its forms as a browser would send them."""

import html.parser
import urllib.parse

TYPICAL = {
    "email": "x@example.org",
    "date": "2026-12-28",
    "datetime-local": "2026-12-28T10:00",
    "time": "10:00",
    "number": "1",
    "tel": "020 7946 0018",
}


class Page(html.parser.HTMLParser):
    """The links and forms of a page; each form is its method, its address and what is in its fields."""

    def __init__(self, path, text):
        super().__init__()
        self.path, self.links, self.forms, self.choosing = path, [], [], None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        if tag == "a" and "href" in given:
            self.links.append(urllib.parse.urljoin(self.path, given["href"]))
        elif tag == "form":
            action = urllib.parse.urljoin(self.path, given.get("action", self.path))
            self.forms.append((given.get("method", "get").upper(), action, {}))
        elif self.forms:
            self.field(tag, given)

    def field(self, tag, given):
        fields = self.forms[-1][2]
        if tag == "option" and self.choosing and given.get("value"):
            fields[self.choosing] = given["value"]
            self.choosing = None
        elif tag in ("input", "textarea", "select", "button") and given.get("name"):
            self.choosing = given["name"] if tag == "select" else None
            fields.setdefault(given["name"], given.get("value") or TYPICAL.get(given.get("type"), "x"))
