# Runs a pcscd of its own. Called in new mount, network and process namespaces, as their first process: when it ends, the kernel
# ends everything in them. It ends when its standard input does, that is, with whoever started it, however that ended.
# Arguments: work folder, pcscd.
set -eu
work=$1
pcscd=$2

# Loopback and nothing else: vpcd listens on all addresses and asks nobody who they are. Every packet is acknowledged at once:
# vpcd writes in two pieces, and the second would wait 40 ms for the acknowledgement of the first.
ip link set lo up
for local in 127.0.0.0/8 127.0.0.1; do
    ip route change table local local $local dev lo proto kernel scope host src 127.0.0.1 quickack 1
done

# The place of the socket is compiled into pcscd. An empty folder in place of the drivers keeps it from real readers.
mkdir -p "$work/root" "$work/run"
mount -n -t tmpfs -o mode=0755,size=64k tmpfs "$work/root"
mkdir "$work/root/pcscd" "$work/root/none"
mount -n --bind "$work/run" "$work/root/pcscd"
for drivers in /usr/lib/pcsc/drivers /usr/lib64/pcsc/drivers /usr/lib/*/pcsc/drivers; do
    if [ -d "$drivers" ]; then
        mount -n --bind "$work/root/none" "$drivers"
    fi
done
mount -n --move "$work/root" /run

# Newer ones ask polkit, which knows nothing of a namespace. The work folder is its owner's alone.
polkit=
if "$pcscd" --help 2>/dev/null | grep -q -e --disable-polkit; then
    polkit=--disable-polkit
fi

exec 3<&0
# The JDK does not disconnect from a card whose removal it was told; a long run would use up the usual 200 handles
"$pcscd" --foreground --config "$work/conf" --max-card-handle-per-thread 10000 --max-card-handle-per-reader 10000 $polkit </dev/null &
daemon=$!
{ cat <&3 >/dev/null; kill "$daemon"; } &
wait "$daemon"
