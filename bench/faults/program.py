"""The real program, started and asked by the scripts here."""
import json, os, re, resource, socket, subprocess, sys, tempfile, time, urllib.request, urllib.error

PROGRAM = os.environ["DECLARED_COMMAND"].split() if "DECLARED_COMMAND" in os.environ else ["java", "-jar", sys.argv[1]]
WITHOUT_LIMIT = {**os.environ, "DECLARED_SUBMISSIONS_PER_MINUTE": "1000000"}
HEAD = "council,polling_date,area_code,area_name,name_on_ballot_paper,party_id,votes,elected\n"


def row(ward, votes):
    return f"trafford,2026-05-07,E0599{ward:04d},Ward {ward},Ann,PP63,{votes},true\n"


def free_port():
    with socket.socket() as s:
        s.bind(("localhost", 0))
        return s.getsockname()[1]


class Folder:
    """A data folder, with a token of an operator."""

    def __init__(self, place=None):
        self.place = place or tempfile.mkdtemp(prefix="declared-faults-")
        self.data = os.path.join(self.place, "data")
        made = self.command("token", "create", "--name", "faults", "--operator")
        token = re.search(r"declared_[a-z2-7]{10}_[A-Za-z0-9_-]{43}", made.stdout)
        if not token:
            sys.exit("No token could be made: " + made.stdout + made.stderr)
        self.token = token.group(0)

    def command(self, *arguments, data=None):
        return subprocess.run([*PROGRAM, *arguments, "--data", data or self.data], capture_output=True, text=True)

    def serve(self, data=None):
        return Server(data or self.data, self.token)


class Server:
    """A server that is ready when this is made, or has ended."""

    def __init__(self, data, token, wait=True):
        self.port, self.token, begun = free_port(), token, time.time()
        self.log = tempfile.NamedTemporaryFile("w+", prefix="declared-log-", delete=False)
        self.process = subprocess.Popen([*PROGRAM, "serve", "--data", data, "--port", str(self.port)],
                                        stdout=self.log, stderr=self.log, env=WITHOUT_LIMIT)
        self.ready = wait and self.until_ready()
        self.start_seconds = time.time() - begun

    def until_ready(self):
        while self.process.poll() is None:
            try:
                self.get("/health/ready")
                return True
            except (OSError, urllib.error.URLError):
                time.sleep(0.1)
        return False

    def get(self, path, timeout=60):
        return urllib.request.urlopen(f"http://localhost:{self.port}{path}", timeout=timeout).read().decode()

    def seconds(self, path):
        begun = time.time()
        self.get(path)
        return time.time() - begun

    def status(self, path):
        try:
            return urllib.request.urlopen(f"http://localhost:{self.port}{path}", timeout=60).status
        except urllib.error.HTTPError as e:
            return e.code

    def send(self, ward, votes):
        """The status of a publication of one ward, and the answer's body."""
        request = urllib.request.Request(
            f"http://localhost:{self.port}/submissions", data=(HEAD + row(ward, votes)).encode(), method="POST",
            headers={"Authorization": "Bearer " + self.token, "Content-Type": "text/csv",
                     "Accept": "application/json, application/problem+json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as e:
            return e.code, e.read().decode()

    def votes(self, ward):
        """What is published of a ward, or nothing."""
        try:
            text = self.get(f"/doc/contest/local.trafford.ward-{ward}.2026-05-07.ttl")
        except urllib.error.HTTPError:
            return None
        found = re.search(r"le:votes\s+(\d+)|votes\s+(\d+)", text)
        return int(found.group(1) or found.group(2)) if found else None

    def resident_mb(self):
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmRSS"):
                return int(line.split()[1]) // 1024
        return None

    def said(self):
        return open(self.log.name).read()

    def stop(self):
        """Ends it in order, and says how long that took and how it ended."""
        begun = time.time()
        self.process.terminate()
        code = self.process.wait()
        return time.time() - begun, code
