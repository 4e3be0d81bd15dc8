"""Connections that go only where they may: to public addresses, each checked at the moment of connecting."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time


class NotAllowedError(ValueError):
    """An address that is not fetched from; the message says why."""


def open_connection(
    scheme: str, host: str, port: int | None, *, timeout: float, allow_local: bool
) -> http.client.HTTPConnection:
    """A connection to a host by a name that is looked up once: what is checked is what is connected to.

    Raises NotAllowedError for private and loopback addresses unless `allow_local`, OSError where there is no way.
    """
    if scheme not in {"http", "https"}:
        raise NotAllowedError(f"'{scheme}' is not fetched, only http and https")
    port = port or (443 if scheme == "https" else 80)
    sock = _connect(host, port, timeout, allow_local)
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    connection.sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host) if scheme == "https" else sock
    return connection


def _connect(host: str, port: int, timeout: float, allow_local: bool) -> socket.socket:
    error: OSError | None = None
    end = time.monotonic() + timeout
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        ip = ipaddress.ip_address(str(address[0]).split("%")[0])
        ip = getattr(ip, "ipv4_mapped", None) or ip
        if not allow_local and not ip.is_global:
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
