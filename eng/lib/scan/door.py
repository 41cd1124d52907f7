"""Lets a scanner in as somebody: door.py PORT ADDRESS LOG [COOKIES]

Hands on to ADDRESS what is asked at PORT of this machine, with the cookies of that file, and asks again where the installation says to
come later: a scanner would take its word for an answer. Nobody is signed out. LOG gets what failed, and at its end a count of the
answers.
"""

import collections
import http.client
import http.server
import pathlib
import re
import signal
import sys
import time
import urllib.parse

PORT, TARGET, LOG = int(sys.argv[1]), urllib.parse.urlsplit(sys.argv[2]), pathlib.Path(sys.argv[3])
COOKIES = pathlib.Path(sys.argv[4]).read_text(encoding="utf-8") if len(sys.argv) > 4 else ""
ANSWERS = collections.Counter()
HOP = ("connection", "transfer-encoding", "content-length", "keep-alive")
ENDS_THE_SESSION = ("/sign-out", "/account/password", "/account/sessions", "/end", "/disable", "/withdraw")


class Door(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def hand_on(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        # In a form that has a file wapiti sends everything as a file, also the form's token: none of its fields would arrive.
        body = re.sub(rb'name="([^"]+)"; filename="\1"', rb'name="\1"', body)
        path = urllib.parse.urlsplit(self.path).path
        ends = self.command != "GET" and path.endswith(ENDS_THE_SESSION)
        self.answer(*((403, [], b"Left alone") if ends else self.asked(body)))

    def asked(self, body):
        while True:
            connection = http.client.HTTPConnection(TARGET.hostname, TARGET.port, timeout=120)
            connection.request(self.command, self.path, body or None, self.given())
            answer = connection.getresponse()
            content = answer.read()
            connection.close()
            ANSWERS[answer.status] += 1
            if answer.status >= 500:
                with LOG.open("a", encoding="utf-8") as log:
                    log.write(f"{answer.status} {self.command} {self.path}\n{body!r}\n")
            if answer.status != 429:
                return answer.status, answer.getheaders(), content
            time.sleep(float(answer.getheader("Retry-After") or 1))

    def given(self):
        headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP}
        cookies = [one for one in (headers.pop("Cookie", ""), COOKIES) if one]
        return headers | ({"Cookie": "; ".join(cookies)} if cookies else {})

    def answer(self, status, headers, content):
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_):
        pass

    def __getattr__(self, name):
        # Whatever the method is called.
        if name.startswith("do_"):
            return self.hand_on
        raise AttributeError(name)


def end(*_):
    with LOG.open("a", encoding="utf-8") as log:
        log.write("answers: " + ", ".join(f"{count} x {status}" for status, count in sorted(ANSWERS.items())) + "\n")
    sys.exit(0)


signal.signal(signal.SIGTERM, end)
http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Door).serve_forever()
