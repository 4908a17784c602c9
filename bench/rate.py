"""Asks a server over kept connections with as little work of our own as may be.

A client that takes as long as the server hides what is quick: http.client takes some 0.4 ms a request, this some 0.1.
"""
import os, socket, statistics, threading, time


class Connection:
    def __init__(self, port):
        self.port, self.socket, self.left = port, None, b""

    def ask(self, request):
        """Sends the bytes of a request; gives the status and the size of the body. Opens the connection anew where the server closed it."""
        for attempt in range(2):
            if self.socket is None:
                self.socket, self.left = socket.create_connection(("127.0.0.1", self.port), timeout=120), b""
                self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            try:
                self.socket.sendall(request)
                return self.answer()
            except OSError:
                self.close()
                if attempt:
                    raise

    def close(self):
        if self.socket:
            self.socket.close()
        self.socket = None

    def more(self):
        got = self.socket.recv(1 << 18)
        if not got:
            raise ConnectionResetError("closed")
        self.left += got

    def answer(self):
        while (end := self.left.find(b"\r\n\r\n")) < 0:
            self.more()
        head, self.left = self.left[:end].lower(), self.left[end + 4:]
        status = int(head[9:12])
        if status in (204, 304):
            return status, 0
        if b"\r\ntransfer-encoding: chunked" in head:
            return status, self.chunks()
        size = int(head.split(b"\r\ncontent-length:", 1)[1].split(b"\r\n", 1)[0])
        while len(self.left) < size:
            self.more()
        self.left = self.left[size:]
        if b"\r\nconnection: close" in head:
            self.close()
        return status, size

    def chunks(self):
        whole = 0
        while True:
            while (end := self.left.find(b"\r\n")) < 0:
                self.more()
            size = int(self.left[:end].split(b";")[0], 16)
            while len(self.left) < end + size + 4:
                self.more()
            self.left = self.left[end + size + 4:]
            if size == 0:
                return whole
            whole += size


def request(path, headers=None, host="localhost"):
    lines = "".join(f"{name}: {value}\r\n" for name, value in {"Host": host, **(headers or {})}.items())
    return f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode()


def processor(pid):
    """Seconds of processor that a process has taken, its threads included."""
    with open(f"/proc/{pid}/stat") as f:
        fields = f.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rate(port, requests, connections, seconds=None):
    """Asks in turn over some connections at once: for `seconds`, or each request once where no time is given."""
    times, failed, lock = [], [0], threading.Lock()
    end = time.perf_counter() + seconds if seconds else None

    def client(offset):
        connection, i, own, bad = Connection(port), offset, [], 0
        while (end and time.perf_counter() < end) or (not end and i < len(requests)):
            start = time.perf_counter()
            status, _ = connection.ask(requests[i % len(requests)])
            own.append((time.perf_counter() - start) * 1000)
            bad += status >= 400
            i += connections
        connection.close()
        with lock:
            times.extend(own)
            failed[0] += bad

    threads = [threading.Thread(target=client, args=(n,)) for n in range(connections)]
    start = time.perf_counter()
    [t.start() for t in threads]
    [t.join() for t in threads]
    taken = time.perf_counter() - start
    return {"count": len(times), "perSecond": round(len(times) / taken, 1), "medianMs": round(statistics.median(times), 2), "failed": failed[0]}
