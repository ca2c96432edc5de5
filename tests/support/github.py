"""A server on loopback that behaves like GitHub's API for the issues of one repository, and can misbehave on request."""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.support.loopback import Quiet, running

REPOSITORY = "example/shop"
TOKEN = "ghs_secretTokenOfThisTest"


@dataclass(frozen=True)
class Answer:
    """What the server says instead of doing its work; `after` it has done it, if so."""

    status: int = 0
    """0: the connection is dropped."""
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    after: bool = False
    wait: float = 0


@dataclass
class Hub:
    """The repository's state; tests look at it and change it as people would."""

    url: str = ""
    issues: list[dict[str, Any]] = field(default_factory=list)
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    made: int = 0
    """How many comments were made, ever."""
    labels: set[str] = field(default_factory=set)
    calls: list[tuple[str, str]] = field(default_factory=list)
    """Method and path of every request, in order."""
    faults: list[tuple[str, str, Answer]] = field(default_factory=list)
    """Method, pattern of the path, and what is answered there."""
    tokens: set[str] = field(default_factory=set)
    """Every value of the header Authorization that was sent."""

    def add(self, title: str, body: str, label: str = "revisit", state: str = "open", **more: Any) -> dict[str, Any]:
        """An issue; returns it."""
        made = {"number": len(self.issues) + 1, "title": title, "body": body, "state": state, "state_reason": None,
                "labels": [{"name": label}] if label else [], **more}  # fmt: skip
        self.issues.append(made)
        return made

    @property
    def writes(self) -> list[tuple[str, str]]:
        """The requests that change something."""
        return [call for call in self.calls if call[0] != "GET"]

    def said(self, number: int) -> list[str]:
        """The comments on an issue, without their markers."""
        return [one["body"].partition("\n")[2] for one in self.comments.get(number, [])]

    def fault(self, method: str, path: str, **answer: Any) -> None:
        """Misbehave at every such request from now on."""
        self.faults.append((method, path, Answer(**answer)))


@contextmanager
def hub() -> Iterator[Hub]:
    """The server, running."""
    state = Hub()
    server = Quiet(("127.0.0.1", 0), _handler(state))
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_port}"
    with running(server):
        yield state


def _handler(state: Hub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            parts = urlsplit(self.path)
            state.calls.append((self.command, parts.path))
            state.tokens |= {self.headers["Authorization"]} if self.headers["Authorization"] else set()
            payload = json.loads(self.rfile.read(int(self.headers["Content-Length"] or 0)) or "null")
            fault = next((a for m, p, a in state.faults if m == self.command and re.search(p, parts.path)), None)
            if fault and not fault.after:
                self.answer(fault.status, fault.body, fault.headers, fault.wait)
                return
            status, answer, headers = self.work(parts.path, parse_qs(parts.query), payload)
            if fault:
                self.answer(fault.status, fault.body, fault.headers, fault.wait)
            else:
                self.answer(status, "" if status == 204 else json.dumps(answer), headers)

        do_GET = do_POST = do_PATCH = do_DELETE = handle_any

        def work(self, path: str, query: dict[str, list[str]], payload: Any) -> tuple[int, Any, Any]:
            sent = self.headers["Authorization"]
            if sent not in (None, f"Bearer {TOKEN}"):
                return 401, {"message": "Bad credentials"}, ()
            if self.command != "GET" and sent is None:
                return 401, {"message": "Requires authentication"}, ()
            path = path.removeprefix(f"/repos/{REPOSITORY}").removeprefix("/repositories/7")
            for method, pattern, do in ROUTES:
                if method == self.command and (match := re.fullmatch(pattern, path)):
                    return do(state, query, payload, *match.groups())
            return 404, {"message": "Not Found"}, ()

        def answer(self, status: int, body: str, headers: Any, wait: float = 0) -> None:
            time.sleep(wait)
            if not status:
                self.close_connection = True
                return
            data = body.encode()
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def _page(state: Hub, path: str, query: dict[str, list[str]], rows: list[Any]) -> tuple[int, Any, Any]:
    """One page of a list, the address of the next as GitHub writes it: by the repository's number."""
    size, page = int(query.get("per_page", ["30"])[0]), int(query.get("page", ["1"])[0])
    more = {name: values[0] for name, values in query.items()} | {"page": str(page + 1)}
    link = f'<{state.url}/repositories/7{path}?{urlencode(more)}>; rel="next", <{state.url}/x>; rel="last"'
    rest = rows[page * size :]
    return 200, rows[(page - 1) * size : page * size], (("Link", link),) if rest else ()


def _list(state: Hub, query: dict[str, list[str]], body: Any) -> tuple[int, Any, Any]:
    label, which = query.get("labels", [""])[0], query.get("state", ["open"])[0]
    issues = [
        issue
        for issue in state.issues
        if (not label or label in [one["name"] for one in issue["labels"]]) and which in ("all", issue["state"])
    ]
    return _page(state, "/issues", query, issues)


def _create(state: Hub, query: dict[str, list[str]], body: Any) -> tuple[int, Any, Any]:
    if len(body["body"]) > 65536 or len(body["title"]) > 256 or not set(body["labels"]) <= state.labels:
        return 422, {"message": "Validation Failed"}, ()
    return 201, state.add(body["title"], body["body"], body["labels"][0]), ()


def _change(state: Hub, query: dict[str, list[str]], body: Any, number: str) -> tuple[int, Any, Any]:
    if len(body.get("body", "")) > 65536:
        return 422, {"message": "Validation Failed"}, ()
    issue = state.issues[int(number) - 1]
    issue.update(body)
    return 200, issue, ()


def _comments(state: Hub, query: dict[str, list[str]], body: Any, number: str) -> tuple[int, Any, Any]:
    return _page(state, f"/issues/{number}/comments", query, state.comments.get(int(number), []))


def _comment(state: Hub, query: dict[str, list[str]], body: Any, number: str) -> tuple[int, Any, Any]:
    if len(body["body"]) > 65536:
        return 422, {"message": "Validation Failed"}, ()
    state.made += 1
    made = {"id": 1000 + state.made, "user": {"login": "github-actions[bot]", "type": "Bot"}, **body}
    state.comments.setdefault(int(number), []).append(made)
    return 201, made, ()


def _reword(state: Hub, query: dict[str, list[str]], body: Any, number: str) -> tuple[int, Any, Any]:
    for comment in (one for some in state.comments.values() for one in some if one["id"] == int(number)):
        comment.update(body)
        return 200, comment, ()
    return 404, {"message": "Not Found"}, ()


def _uncomment(state: Hub, query: dict[str, list[str]], body: Any, number: str) -> tuple[int, Any, Any]:
    for some in state.comments.values():
        if comments := [one for one in some if one["id"] == int(number)]:
            some.remove(comments[0])
            return 204, None, ()
    return 404, {"message": "Not Found"}, ()


def _label(state: Hub, query: dict[str, list[str]], body: Any) -> tuple[int, Any, Any]:
    if body["name"] in state.labels:
        return 422, {"message": "Validation Failed", "errors": [{"code": "already_exists"}]}, ()
    state.labels.add(body["name"])
    return 201, body, ()


ROUTES: list[tuple[str, str, Callable[..., tuple[int, Any, Any]]]] = [
    ("GET", "/issues", _list),
    ("POST", "/issues", _create),
    ("PATCH", r"/issues/(\d+)", _change),
    ("GET", r"/issues/(\d+)/comments", _comments),
    ("POST", r"/issues/(\d+)/comments", _comment),
    ("PATCH", r"/issues/comments/(\d+)", _reword),
    ("DELETE", r"/issues/comments/(\d+)", _uncomment),
    ("POST", "/labels", _label),
]
