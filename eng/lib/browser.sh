# Finds a Chromium for the browser tests, or installs Debian's; RUNG_CHROMIUM tells the tests where it is.
find_browser() {
    local name
    for name in "${RUNG_CHROMIUM:-}" chromium chromium-browser google-chrome; do
        if [[ -n $name ]] && command -v "$name" >/dev/null; then
            RUNG_CHROMIUM=$(command -v "$name")
            export RUNG_CHROMIUM
            return
        fi
    done
    install_browser && find_browser
}

install_browser() {
    if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
        echo "The browser tests need Chromium. Install it (Debian, Ubuntu: apt install chromium), or set RUNG_CHROMIUM to one."
        return 1
    fi
    echo "Installing Chromium for the browser tests …"
    mkdir -p artifacts
    {
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium fonts-dejavu-core
    } >artifacts/apt.log 2>&1 </dev/null || { tail -n 20 artifacts/apt.log && return 1; }
}
