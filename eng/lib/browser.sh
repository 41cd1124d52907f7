# Finds a Chromium for the browser tests, or installs Debian's; RUNG_CHROMIUM tells the tests where it is. The headless
# shell comes first: it draws no window of its own, which costs a whole Chromium more than the pages do.
find_browser() {
    known_browser "${RUNG_CHROMIUM:-}" chromium-headless-shell && return
    may_install && install_browser && known_browser chromium-headless-shell && return
    known_browser chromium chromium-browser google-chrome && return
    echo "The browser tests need Chromium. Install it (Debian, Ubuntu: apt install chromium), or set RUNG_CHROMIUM to one."
    return 1
}

known_browser() {
    local name
    for name in "$@"; do
        if [[ -n $name ]] && command -v "$name" >/dev/null; then
            RUNG_CHROMIUM=$(command -v "$name")
            export RUNG_CHROMIUM
            return
        fi
    done
    return 1
}

may_install() { [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; }

install_browser() {
    echo "Installing Chromium's headless shell for the browser tests …"
    mkdir -p artifacts
    {
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium-headless-shell fonts-dejavu-core
    } >artifacts/apt.log 2>&1 </dev/null || { tail -n 20 artifacts/apt.log && return 1; }
}
