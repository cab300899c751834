"""A client that does as little as can be: keep-alive connections, ready-made requests, one thread for each."""

import socket
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter_ns

import msgspec

HOST = "127.0.0.1"


def request(path: str, body: bytes) -> bytes:
    """A request as it goes over the wire."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Lane:
    """One connection that sends its requests one after another and notes how long each took."""

    def __init__(self, port: int, requests: Sequence[bytes]) -> None:
        self.requests = requests
        self.taken: list[int] = []
        self.statuses: set[bytes] = set()
        self.link = socket.create_connection((HOST, port))
        self.link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def run(self) -> None:
        for each in self.requests:
            start = perf_counter_ns()
            self.link.sendall(each)
            self.statuses.add(self._answer())
            self.taken.append(perf_counter_ns() - start)
        self.link.close()

    def _answer(self) -> bytes:
        """Read one whole answer; its status."""
        received = b""
        while (end := received.find(b"\r\n\r\n")) < 0:
            received += self._more()
        head = received[:end].lower()
        _, found, rest = head.partition(b"content-length: ")
        if not found:
            raise ValueError("an answer came without its length, which this client needs")
        length = int(rest.partition(b"\r\n")[0])
        missing = end + 4 + length - len(received)
        while missing > 0:
            missing -= len(self._more())
        return head[9:12]

    def _more(self) -> bytes:
        part = self.link.recv(65_536)
        if not part:
            raise ConnectionError("the server hung up")
        return part


def main() -> None:
    """Read what to ask from standard input, ask, and print the times in nanoseconds."""
    port, lanes, path, bodies = msgspec.json.decode(sys.stdin.buffer.read(), type=tuple[int, int, str, list[str]])
    requests = [request(path, body.encode()) for body in bodies]
    tracks = [Lane(port, requests[number::lanes]) for number in range(lanes)]
    with ThreadPoolExecutor(lanes) as pool:
        start = perf_counter_ns()
        list(pool.map(Lane.run, tracks))
        elapsed = perf_counter_ns() - start
    statuses = {status.decode() for lane in tracks for status in lane.statuses}
    times = [taken for lane in tracks for taken in lane.taken]
    sys.stdout.buffer.write(msgspec.json.encode((elapsed, sorted(statuses), times)))


if __name__ == "__main__":
    main()
