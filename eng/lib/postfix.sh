# Finds Postfix for the tests that send mail by a real mail server, or installs Debian's. They start one of their own from it.
find_postfix() {
    local program
    for program in /usr/sbin/postfix "$(command -v postfix)"; do
        if [[ -x $program ]]; then return; fi
    done
    install_postfix
}

# Postfix wants to be started by root: without it, and where it cannot be installed, these tests are skipped and say so.
install_postfix() {
    if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
        echo "No Postfix here: the tests that send mail by it are skipped (Debian, Ubuntu, as root: apt install postfix)."
        return
    fi
    echo "Installing Postfix for the server tests …"
    mkdir -p artifacts
    # The tests want the programs, not a server that the package starts on the usual port.
    local policy=/usr/sbin/policy-rc.d ours=
    if [[ ! -e $policy ]]; then
        printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && ours=1
    fi
    echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
    {
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
            -o Dpkg::Options::=--force-confold postfix
    } >artifacts/apt-postfix.log 2>&1 </dev/null || tail -n 20 artifacts/apt-postfix.log
    if [[ -n $ours ]]; then rm -f "$policy"; fi
}
