# Passes bytes between standard input and output and a TCP port of the namespace that it was started in.
use strict;
use warnings;
use Socket qw(PF_INET SOCK_STREAM IPPROTO_TCP TCP_NODELAY INADDR_LOOPBACK sockaddr_in);

my ($port) = @ARGV;
socket(my $vpcd, PF_INET, SOCK_STREAM, 0) or die "socket: $!\n";
connect($vpcd, sockaddr_in($port, INADDR_LOOPBACK)) or die "connect to vpcd on port $port: $!\n";
setsockopt($vpcd, IPPROTO_TCP, TCP_NODELAY, 1) or die "TCP_NODELAY: $!\n";

my $both = '';
vec($both, fileno($_), 1) = 1 for \*STDIN, $vpcd;
while (select(my $ready = $both, undef, undef, undef) > 0) {
    vec($ready, fileno(STDIN), 1) and (pass(\*STDIN, $vpcd) or last);
    vec($ready, fileno($vpcd), 1) and (pass($vpcd, \*STDOUT) or last);
}

sub pass {
    my ($from, $to) = @_;
    my $length = sysread($from, my $bytes, 65_536) or return 0;
    for (my $sent = 0; $sent < $length;) {
        $sent += syswrite($to, $bytes, $length - $sent, $sent) // return 0;
    }
    return 1;
}
