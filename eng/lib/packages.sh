# Whether the tests may install what they need: on Debian or Ubuntu, as root.
can_install() { [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; }

# install_packages PACKAGE …: Debian's. The tests want the programs, not a server that a package starts on the usual port.
install_packages() {
    echo "Installing $* for the tests …"
    mkdir -p artifacts
    local log=artifacts/apt-$1.log policy=/usr/sbin/policy-rc.d ours=
    if [[ ! -e $policy ]]; then
        printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && ours=1
    fi
    {
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
            -o Dpkg::Options::=--force-confold "$@"
    } >"$log" 2>&1 </dev/null || tail -n 20 "$log"
    if [[ -n $ours ]]; then rm -f "$policy"; fi
}
