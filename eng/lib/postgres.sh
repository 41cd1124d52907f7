# Finds a PostgreSQL for the storage and server tests, or installs Debian's. They start a server of their own from it.
find_postgres() {
    local program
    for program in /usr/lib/postgresql/*/bin/initdb /usr/pgsql-*/bin/initdb /opt/homebrew/opt/postgresql*/bin/initdb \
        /usr/local/opt/postgresql*/bin/initdb "$(command -v initdb)"; do
        if [[ -x $program ]]; then return; fi
    done
    install_postgres && find_postgres
}

install_postgres() {
    if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
        echo "The storage and server tests need PostgreSQL 13 or newer. Install it (Debian, Ubuntu: apt install postgresql)."
        return 1
    fi
    echo "Installing PostgreSQL for the storage and server tests …"
    mkdir -p artifacts /etc/postgresql-common
    # The tests want the programs, not a server that the package starts on the usual port.
    if [[ ! -e /etc/postgresql-common/createcluster.conf ]]; then
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    fi
    {
        apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
            -o Dpkg::Options::=--force-confold postgresql
    } >artifacts/apt-postgres.log 2>&1 </dev/null || { tail -n 20 artifacts/apt-postgres.log && return 1; }
}
