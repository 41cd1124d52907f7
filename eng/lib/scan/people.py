"""Makes the first account of an installation and signs in with it, and a contact at the portal: people.py ADDRESS FOLDER PORT

FOLDER has serve.log, which is what rung serve printed. It gets agent.cookies and contact.cookies, each as a browser would send
them. PORT is where the installation's mail goes: the link that lets the contact in comes that way.
"""

import csv
import email
import email.policy
import http.cookiejar
import io
import pathlib
import queue
import re
import socketserver
import sys
import threading
import urllib.parse
import urllib.request

from page import Page

ADDRESS, FOLDER, PORT = sys.argv[1].rstrip("/"), pathlib.Path(sys.argv[2]), int(sys.argv[3])
DESK = "/schools-desk"
MAILS = queue.Queue()


class Receiver(socketserver.StreamRequestHandler):
    """As much of a mail server as it takes to be handed mail."""

    def handle(self):
        self.say("220 localhost")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            self.say({b"DATA": "354 go on", b"QUIT": "221 bye"}.get(verb, "250 well"))
            if verb == b"QUIT":
                return
            if verb == b"DATA":
                MAILS.put(b"".join(iter(self.rfile.readline, b".\r\n")))
                self.say("250 kept")

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")


class Browser:
    def __init__(self):
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path):
        with self.opener.open(urllib.parse.urljoin(ADDRESS, path), timeout=120) as answer:
            return answer.read().decode("utf-8-sig")

    def send(self, path, **values):
        """The page's form that has all of these fields, and what it is answered with."""
        forms = [form for form in Page(path, self.get(path)).forms if form[0] == "POST" and values.keys() <= form[2].keys()]
        method, action, fields = forms[-1]
        sent = urllib.parse.urlencode(fields | values).encode()
        with self.opener.open(urllib.parse.urljoin(ADDRESS, action), sent, timeout=120) as answer:
            return answer.read().decode("utf-8")

    def save(self, name):
        kept = [f"{one.name}={one.value}" for one in self.cookies if "form" not in one.name]
        if not kept:
            sys.exit(f"people.py: {name} is not signed in")
        (FOLDER / name).write_text("; ".join(kept), encoding="utf-8")


def agent():
    token = re.search(r"give it this token[^\n]*\n+\s*(\S+)", (FOLDER / "serve.log").read_text(encoding="utf-8"))[1]
    browser = Browser()
    browser.send("/first-run", token=token, name="Morgan Agent", email="agent@desk.example.org", password="four plain words here")
    browser.save("agent.cookies")
    return browser


def contact(export):
    address = next(row["email"] for row in csv.DictReader(io.StringIO(export)) if row["email"])
    browser = Browser()
    browser.send(f"{DESK}/portal/sign-in", email=address)
    link = None
    while not link:
        mail = email.message_from_bytes(MAILS.get(timeout=120), policy=email.policy.default)
        if address in mail["To"]:
            link = re.search(rf"https?://[^/\s]+({DESK}/portal/[^\s>]*enter[^\s>]*)", mail.get_body(("plain",)).get_content())
    browser.send(link[1])
    browser.save("contact.cookies")


def main():
    with socketserver.ThreadingTCPServer(("127.0.0.1", PORT), Receiver) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        contact(agent().get(f"{DESK}/customers/export"))
        server.shutdown()


if __name__ == "__main__":
    main()
