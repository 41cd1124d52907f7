source eng/lib/packages.sh

# Finds a Dovecot for the server tests, or installs Debian's; without one the tests that need it are skipped and say so.
find_dovecot() {
    if [[ -x /usr/sbin/dovecot && -x /usr/lib/dovecot/imap && -x /usr/lib/dovecot/lmtp ]]; then return; fi
    if ! can_install; then
        echo "Some server tests want Dovecot. Install it (Debian, Ubuntu: apt install dovecot-imapd dovecot-lmtpd)."
        return
    fi
    install_packages dovecot-imapd dovecot-lmtpd
}
