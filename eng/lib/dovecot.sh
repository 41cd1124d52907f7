# Finds a Dovecot for the server tests, or installs Debian's; without one the tests that need it are skipped and say so.
find_dovecot() {
    if [[ -x /usr/sbin/dovecot && -x /usr/lib/dovecot/imap && -x /usr/lib/dovecot/lmtp ]]; then return; fi
    if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
        echo "Some server tests want Dovecot. Install it (Debian, Ubuntu: apt install dovecot-imapd dovecot-lmtpd)."
        return
    fi
    echo "Installing Dovecot for the server tests …"
    mkdir -p artifacts
    # The tests want the programs, not a server that the package starts on the usual port.
    local policy=/usr/sbin/policy-rc.d ours=
    if [[ ! -e $policy ]]; then
        printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && ours=1
    fi
    {
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
            -o Dpkg::Options::=--force-confold dovecot-imapd dovecot-lmtpd
    } >artifacts/apt-dovecot.log 2>&1 </dev/null || tail -n 20 artifacts/apt-dovecot.log
    if [[ -n $ours ]]; then rm -f "$policy"; fi
}
