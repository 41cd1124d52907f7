source eng/lib/packages.sh

# Finds Postfix for the tests that send mail by a real mail server, or installs Debian's. They start one of their own from it.
find_postfix() {
    local program
    for program in /usr/sbin/postfix "$(command -v postfix)"; do
        if [[ -x $program ]]; then return; fi
    done
    # It wants to be started by root: without it, and where it cannot be installed, these tests are skipped and say so.
    if ! can_install; then
        echo "No Postfix here: the tests that send mail by it are skipped (Debian, Ubuntu, as root: apt install postfix)."
        return
    fi
    echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
    install_packages postfix
}
