"""An S3 server on loopback for tests, and a way to make it fail."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_MAX_ATTEMPTS": "1",  # what is tested is our patience, not that of the libraries below
}


@contextmanager
def s3_server() -> Iterator[str]:
    """The server's address."""
    server = pytest.importorskip("moto.server").ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.stop()


class FaultyStore:
    """Stands before the server and passes requests on; each `PUT` or `GET` may be made to fail first.

    `fault`: `error` answers 500, `cut` closes the connection, `slow` keeps it waiting for 2.5 seconds.
    """

    def __init__(self, server: str) -> None:
        self._to = (urlsplit(server).hostname, urlsplit(server).port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.fault: str | None = None
        self.left = 0  # requests that fail from now on
        self.failed = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def fail(self, fault: str, times: int) -> None:
        self.fault, self.left, self.failed = fault, times, 0

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        """One request a connection: both sides are told to close after it."""
        with client:
            head = b""
            while b"\r\n\r\n" not in head:
                part = client.recv(65536)
                if not part:
                    return
                head += part
            if self.left > 0:
                self.left -= 1
                self.failed += 1
                if self.fault == "error":
                    client.sendall(b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                if self.fault != "slow":
                    return
                time.sleep(2.5)
            with socket.create_connection(self._to) as server:
                line, _, rest = head.partition(b"\r\n")
                server.sendall(line + b"\r\nConnection: close\r\n" + rest)
                back = threading.Thread(target=_pump, args=(server, client))
                back.start()
                _pump(client, server, until=lambda: not back.is_alive())
                back.join()


def _pump(source: socket.socket, target: socket.socket, until: Callable[[], bool] = lambda: False) -> None:
    source.settimeout(0.1)
    while not until():
        try:
            part = source.recv(65536)
        except TimeoutError:
            continue
        except OSError:
            return
        if not part:
            return
        try:
            target.sendall(part)
        except OSError:
            return
