"""Writes what sqlmap is to ask a running demo for: values.py ADDRESS FOLDER PART

PART is gets (what the API's own document names to be read), bodies (what the API takes, with the members that have to be there)
or pages (links with parameters and forms that a crawl of the desks' pages finds). FOLDER gets PART.log, a log of requests in which
each value that is to be attacked is marked with a star. RUNG_SCAN_FROM=N leaves out those before the Nth.
"""

import os
import sys

import forms
from api import Api
from wire import HOST

SEPARATOR = "=" * 54


def save(folder, part, requests):
    # Parameters come before paths, for whoever stops the scan early.
    requests.sort(key=lambda one: "?" not in one.split("\n")[0])
    requests = requests[int(os.environ.get("RUNG_SCAN_FROM", 1)) - 1 :]
    with open(f"{folder}/{part}.log", "w", encoding="utf-8") as log:
        log.writelines(f"{SEPARATOR}\n{HOST}\n{SEPARATOR}\n{one}{SEPARATOR}\n" for one in requests)
    print(f"{part}: {len(requests)} requests, {sum(one.count('*') for one in requests)} values")


def main(_, folder, part):
    save(folder, part, list(forms.pages() if part == "pages" else getattr(Api(), part)()))


if __name__ == "__main__":
    main(*sys.argv[1:])
