"""Says what a scanner claims, and which of it is known to be none: claims.py SCANNER FILE

FILE is what sqlmap printed, or wapiti's report as JSON. Each line of known.txt beside this file is a pattern, two blanks, and the
reason why what it fits is no finding. Exit code 1: something is claimed that no line of it fits.
"""

import json
import pathlib
import re
import sys


def known():
    text = (pathlib.Path(__file__).parent / "known.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(re.compile(pattern), reason.strip()) for pattern, reason in (line.split("  ", 1) for line in lines)]


def sqlmap(text):
    """What it held on to: of what only appeared to be injectable it says itself when that was false."""
    address = "?"
    lines = text.splitlines()
    for line, following in zip(lines, lines[1:] + [""]):
        if re.match(r"\[\d+/\d+\] ", line):
            address = following.split()[-1]
        elif re.search(r"is vulnerable|identified the following injection", line):
            yield address + ": " + re.sub(r"^(\[[^]]*\] )*", "", line)


def wapiti(text):
    report = json.loads(text)
    for sort in ("vulnerabilities", "anomalies"):
        for name, ones in report[sort].items():
            for one in ones:
                asked = f"{one['method']} {one['path']}" + (f" ({one['parameter']})" if one.get("parameter") else "")
                yield f"{name}: {one['info']}, {asked}"


def main(scanner, file):
    text = pathlib.Path(file).read_text(encoding="utf-8", errors="replace")
    reasons, new = known(), 0
    for claim in dict.fromkeys({"sqlmap": sqlmap, "wapiti": wapiti}[scanner](text)):
        claim = " ".join(f"{scanner} claims {claim}".split())
        reason = next((reason for pattern, reason in reasons if pattern.search(claim)), None)
        print(f"known: {claim}: {reason}" if reason else f"FOUND {claim}")
        new += reason is None
    return min(new, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
