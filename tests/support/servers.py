"""A real HTTP server on loopback that answers in the shapes of a package index, npm, GitHub, deps.dev and endoflife.date."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler
from threading import Event, Lock
from typing import Any
from urllib.parse import quote

from adr_gen.config import Settings
from tests.support.loopback import Quiet, running

FORMS = {
    "pypi": "application/vnd.pypi.simple.v1+json",
    "npm": "application/vnd.npm.install-v1+json",
    "github": "application/json; charset=utf-8",
    "eol": "application/json",
}


@dataclass(frozen=True)
class Reply:
    """What a path answers; `body` other than bytes is sent as JSON."""

    body: Any = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    type: str = ""
    """Content type, else the service's own."""
    wait: float = 0
    """Seconds before the answer."""
    drip: float = 0
    """Seconds between two bytes of the answer."""
    crawl: float = 0
    """Seconds between two of 90 headers that stand before the others."""
    cut: int = 0
    """Bytes of the body that are announced and not sent."""

    @property
    def data(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


class Server(Quiet):
    """Answers what `replies` holds, by path with query; notes what was asked."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: dict[str, Reply] = {}
        self.asked: list[tuple[str, dict[str, str], int]] = []
        """Path, headers in lower case, and the status of the answer."""
        self.finished: list[str] = []
        """Paths whose answer was sent to its end."""
        self.at_once = self.most = 0
        self.lock, self.stopped = Lock(), Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else the body waits 40 ms for the acknowledgement of the headers
    server: Server

    def do_GET(self) -> None:
        reply = self.server.replies.get(self.path, Reply({"message": "Not Found"}, 404))
        with self.server.lock:
            self.server.at_once += 1
            self.server.most = max(self.server.most, self.server.at_once)
        try:
            self.server.stopped.wait(reply.wait)
            self._answer(reply)
        finally:
            with self.server.lock:
                self.server.at_once -= 1

    def _answer(self, reply: Reply) -> None:
        etag = f'"{hashlib.sha256(reply.data).hexdigest()[:16]}"'
        known = reply.status == 200 and self.headers.get("If-None-Match") == etag
        status = 304 if known else reply.status
        self.server.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}, status))
        kind = reply.type or FORMS.get(self.path.split("/")[1], "application/json")
        headers = {"Date": self.date_time_string(), "Content-Type": kind, "Vary": "Accept, Authorization"}
        headers |= {"ETag": etag} if reply.status == 200 else {}
        self.send_response_only(status)
        for number in range(90 if reply.crawl else 0):
            self.send_header(f"X-{number}", "")
            self.flush_headers()
            self.server.stopped.wait(reply.crawl)
        for name, value in (headers | dict(reply.headers)).items():
            self.send_header(name, value)
        if not known:
            self.send_header("Content-Length", str(len(reply.data) + reply.cut))
        self.end_headers()
        if not known:
            self._send(reply)
        self.server.finished.append(self.path)
        self.close_connection = bool(reply.cut)

    def _send(self, reply: Reply) -> None:
        if not reply.drip:
            self.wfile.write(reply.data)
            return
        for at in range(len(reply.data)):
            self.wfile.write(reply.data[at : at + 1])
            self.wfile.flush()
            if self.server.stopped.wait(reply.drip):
                return

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def server() -> Iterator[Server]:
    """A server that runs as long as the block."""
    started = Server()
    with running(started):
        try:
            yield started
        finally:
            started.stopped.set()


def settings(running: Server, **other: str) -> Settings:
    """The settings that name a server for all services, or other addresses."""
    names = {"pypi_index": "pypi", "npm_registry": "npm", "github_api": "github", "eol_api": "eol", "deps_api": "deps"}
    return replace(Settings(), **{key: f"{running.address}/{name}" for key, name in names.items()} | other)  # type: ignore[arg-type]


def index(name: str, *files: str | tuple[str, str] | tuple[str, str, bool | str]) -> dict[str, Reply]:
    """A project of a package index: file names, with the day they were uploaded and whether they are yanked."""
    rows = []
    for file in files:
        filename, day, yanked = (*((file,) if isinstance(file, str) else file), "", False)[:3]
        row: dict[str, Any] = {"filename": filename, "url": f"https://files.example/{filename}", "hashes": {}}
        row |= {"upload-time": f"{day}T12:30:05.123456Z"} if day else {}
        rows.append(row | {"yanked": yanked})
    body = {"meta": {"api-version": "1.1"}, "name": name, "versions": [], "files": rows}
    return {f"/pypi/{name}/": Reply(body)}


def npm(name: str, *versions: str, deprecated: tuple[str, ...] = ()) -> dict[str, Reply]:
    """A package of the npm registry in the abbreviated form."""
    rows = {v: {"name": name, "version": v, "dist": {"tarball": "https://files.example/a.tgz"}} for v in versions}
    rows |= {v: {"name": name, "version": v, "dist": {}, "deprecated": "use another one"} for v in deprecated}
    body = {"name": name, "modified": "2026-01-01T00:00:00.000Z", "dist-tags": {}, "versions": rows}
    return {f"/npm/{name.replace('/', '%2F')}": Reply(body)}


def deps(
    system: str, name: str, *versions: str | tuple[str, str], deprecated: tuple[str, ...] = ()
) -> dict[str, Reply]:
    """A package as deps.dev lists it: versions, with the day they were published."""
    key = {"system": system.upper(), "name": name}
    rows = []
    for number, version in enumerate((*versions, *deprecated)):
        text, day = (version, "") if isinstance(version, str) else version
        row = {"versionKey": key | {"version": text}, "purl": f"pkg:{system}/x@{text}", "isDefault": not number}
        row |= {"publishedAt": f"{day}T10:00:00Z"} if day else {}
        rows.append(row | {"isDeprecated": text in deprecated, "deprecatedReason": ""})
    path = f"/deps/systems/{system}/packages/{quote(name, safe='')}"
    return {path: Reply({"packageKey": key, "purl": f"pkg:{system}/x", "versions": rows})}


def release(repository: str, tag: str, day: str, *, early: bool = False) -> dict[str, Any]:
    """A row of a repository's releases on GitHub."""
    page = f"https://github.com/{repository}/releases/tag/{tag}"
    answer = {"tag_name": tag, "name": None, "draft": False, "prerelease": early, "html_url": page}
    return answer | {"published_at": f"{day}T08:00:00Z"}


def github(
    repository: str, *rows: tuple[str, str] | tuple[str, str, bool], tags: tuple[str, ...] = ()
) -> dict[str, Reply]:
    """Releases (tag, day, whether it is a pre-release), newest first, and tags of a repository."""
    releases = [release(repository, row[0], row[1], early=len(row) == 3) for row in rows]
    answer = [{"name": tag, "commit": {"sha": "0" * 40, "url": "https://api.example/c"}} for tag in tags]
    return lists(repository, "releases", releases) | lists(repository, "tags", answer)


def lists(repository: str, name: str, rows: list[dict[str, Any]]) -> dict[str, Reply]:
    """A list of a repository, in pages of 100."""
    path = f"/github/repos/{repository}/{name}?per_page=100&page="
    return {path + str(at // 100 + 1): Reply(rows[at : at + 100]) for at in range(0, len(rows) + 1, 100)}


def issue(repository: str, number: int, **fields: Any) -> dict[str, Reply]:
    """An issue on GitHub, open unless it is said otherwise."""
    page = f"https://github.com/{repository}/issues/{number}"
    body = {"number": number, "state": "open", "state_reason": None, "closed_at": None, "html_url": page}
    return {f"/github/repos/{repository}/issues/{number}": Reply(body | fields)}


def pull(
    repository: str, number: int, merged: str | None, closed: str, *, having: dict[str, str] | None = None
) -> dict[str, Reply]:
    """A closed pull request on GitHub; `having` says how its commit compares with tags."""
    at = f"{merged}T10:00:00Z" if merged else None
    page, sha = f"https://github.com/{repository}/pull/{number}", "a" * 40
    replies = issue(
        repository,
        number,
        state="closed",
        closed_at=f"{closed}T10:00:00Z",
        html_url=page,
        pull_request={"merged_at": at},
    )
    replies |= {f"/github/repos/{repository}/pulls/{number}": Reply({"merged": bool(merged), "merge_commit_sha": sha})}
    path = f"/github/repos/{repository}/compare"
    return replies | {f"{path}/{tag}...{sha}?per_page=1": Reply({"status": s}) for tag, s in (having or {}).items()}


def life(product: str, cycle: str, *, ended: bool, day: str | None) -> dict[str, Reply]:
    """A release cycle on endoflife.date."""
    result = {
        "name": cycle,
        "releaseDate": "2022-10-24",
        "isLts": False,
        "isEol": ended,
        "eolFrom": day,
        "isMaintained": not ended,
    }
    return {f"/eol/products/{product}/releases/{cycle}": Reply({"schema_version": "1.2.0", "result": result})}
