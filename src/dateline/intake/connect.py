"""Connections that go only where they may: to public addresses, each checked at the moment of connecting."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from contextlib import suppress
from threading import Timer

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # IPv6 addresses that a gateway turns into IPv4 ones
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotAllowedError(ValueError):
    """An address that is not fetched from; the message says why."""


class Connection:
    """A connection with an end: when `seconds` are over it is cut, however busily the other side keeps sending."""

    def __init__(self, scheme: str, host: str, port: int | None, *, seconds: float, allow_local: bool) -> None:
        """A name is looked up once: what is checked is what is connected to.

        Raises NotAllowedError for private and loopback addresses unless `allow_local`, OSError where there is no way.
        """
        if scheme not in {"http", "https"}:
            raise NotAllowedError(f"'{scheme}' is not fetched, only http and https")
        port = port or (443 if scheme == "https" else 80)
        self._end = time.monotonic() + seconds
        sock = _connect(host, port, seconds, allow_local)
        if scheme == "https":
            context = ssl.create_default_context()
            sock = context.wrap_socket(sock, server_hostname=host, do_handshake_on_connect=False)
        # A server that sends a byte now and then never runs into the socket's own timeout.
        self._watch = Timer(max(self._end - time.monotonic(), 0.01), _cut, [sock])
        self._watch.daemon = True
        self._watch.start()
        self.http = http.client.HTTPConnection(host, port, timeout=seconds)
        self.http.sock = sock

    def handshake(self) -> None:
        """Agrees on keys where the connection is a safe one."""
        if isinstance(self.http.sock, ssl.SSLSocket):
            self.http.sock.do_handshake()

    @property
    def over(self) -> bool:
        """Whether the time is up; what was read then may be half an answer."""
        return time.monotonic() >= self._end

    def close(self) -> None:
        """Lets go of the connection."""
        self._watch.cancel()
        self.http.close()


def _cut(sock: socket.socket) -> None:
    with suppress(OSError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)  # not the SSL socket's own, which another thread is reading from


def _connect(host: str, port: int, seconds: float, allow_local: bool) -> socket.socket:
    error: OSError | None = None
    end = time.monotonic() + seconds
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        ip = ipaddress.ip_address(str(address[0]).split("%")[0])
        if not allow_local and not is_public(ip):
            raise NotAllowedError(f"'{host}' leads to the local address {ip}")
        sock = socket.socket(family, kind, protocol)
        sock.settimeout(max(end - time.monotonic(), 0.1))
        try:
            sock.connect(address)
        except OSError as e:
            sock.close()
            error = e
            continue
        return sock
    raise error or OSError(f"no address for {host}")


def is_public(ip: _Address) -> bool:
    """Whether an address is one of the public network, and so are those that it holds inside.

    >>> is_public(ipaddress.ip_address("64:ff9b::7f00:1"))
    False
    """
    inside: list[_Address | None] = []
    if isinstance(ip, ipaddress.IPv6Address):
        inside = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if ip in _NAT64:
            inside.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if ip.ipv4_mapped is not None:
            return is_public(ip.ipv4_mapped)
    return ip.is_global and not ip.is_multicast and all(is_public(i) for i in inside if i is not None)
