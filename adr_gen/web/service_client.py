"""Requests to the services that the settings name, each with its limits, and for every failure a reason."""

import json
import re
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, NoReturn, TypeVar
from urllib.parse import urljoin, urlsplit

from requests import Response

from ..checks import Unavailable
from ..checks.services import SERVICES
from ..config import Settings
from . import answer_cache, service_errors
from .concurrent_fetch import AT_ONCE
from .endpoints import origin, page, services
from .http_session import TIMEOUT, session

SECONDS = 20.0
"""Longest time for one answer, redirects and all."""
BYTES = 20_000_000
"""Longest answer."""
MESSAGE = 20_000
"""Bytes of a refusal that are read for its reason."""
HOPS = 3
"""Most redirects of one answer."""
STRIKES = 3
"""A service that did not answer so often in a row is not asked again in this run."""
Result = TypeVar("Result")


class ServiceClient:
    """Asks the services that the settings name, and nobody else; implements `checks.Web`."""

    def __init__(
        self, settings: Settings, root: Path, token: str = "", *, seconds: float = SECONDS, size: int = BYTES
    ) -> None:
        self._settings, self._services = settings, services(settings)
        self._allowed = {origin(service.address) for service in self._services.values()}
        self._seconds, self._size, self._token = seconds, size, token
        self._strikes = Counter[str]()
        self._given_up: dict[str, str] = {}
        github = origin(self._services["github"].address)
        self._root, self._session = root, session(AT_ONCE, token, github)

    def page(self, registry: str, name: str, version: str = "") -> str:
        """The address where people read about a package, repository or product; empty if its service is a private one."""
        return page(self._settings, registry, name, version)

    def json(self, service: str, path: str, accept: str = "") -> Any:
        """The JSON at `path` of a service; raises Unavailable with the reason."""
        address, form = self._services[service].address, SERVICES[service]
        host = urlsplit(address).netloc
        if service in self._given_up:
            raise Unavailable(f"{host}: {self._given_up[service]}; not asked again in this run")
        # requests and proxies resolve dots, so that a name could ask for another path of the service
        if {".", ".."} & set(path.partition("?")[0].split("/")):
            raise Unavailable(f"{host}: does not exist there; mend the name")
        headers = {"Accept": accept or form.accept, **form.headers}
        try:
            value = within(self._seconds, lambda: self._ask(service, f"{address}/{path}", headers))
        except Unavailable as reason:
            raise Unavailable(f"{host}: {reason}") from None
        except Exception as error:  # whatever a hostile answer makes of the libraries, the run goes on
            raise Unavailable(f"{host}: {self._failed(service, error)}") from None
        self._strikes[service] = 0
        return value

    def _ask(self, service: str, address: str, headers: dict[str, str]) -> Any:
        """The JSON at an address, behind redirects that stay among the services."""
        end = monotonic() + self._seconds
        for _ in range(HOPS + 1):
            known = answer_cache.read(self._root, address)
            # an answer of 304 is free of GitHub's hourly limit
            conditions = known.conditions if known else {}
            # redirects are followed by hand: no host is asked that the settings do not name
            with self._session.get(
                address, headers=headers | conditions, timeout=TIMEOUT, stream=True, allow_redirects=False
            ) as answer:
                if answer.is_redirect:
                    address = self._redirected(address, answer.headers["location"])
                elif answer.status_code == 304 and known:
                    return known.answer
                elif answer.status_code == 200:
                    return self._understood(address, answer, self._body(answer, end))
                else:
                    self._refused(service, answer)
        raise Unavailable(f"redirects more than {HOPS} times")

    def _understood(self, address: str, answer: Response, body: bytes) -> Any:
        """The JSON of an answer, which is kept for the next run."""
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json" and not kind.endswith("+json"):
            raise Unavailable("answered with a page, not JSON; is a proxy in the way?")
        try:
            text = body.decode("utf-8")
            value = answer_cache.parse_json(text)
        except ValueError:
            raise Unavailable("answered with JSON that cannot be read") from None
        answer_cache.write(self._root, address, answer, text)
        return value

    def _redirected(self, address: str, location: str) -> str:
        target = urljoin(address, location)
        if origin(target) not in self._allowed or (origin(address)[0], origin(target)[0]) == ("https", "http"):
            host = re.sub(r"[^\w.:-]", "?", origin(target)[1])[:100]
            raise Unavailable(f"redirects to {host}, which is none of the hosts in the settings")
        return target

    def _body(self, answer: Response, end: float) -> bytes:
        body = bytearray()
        # in pieces: what a header says of its length may be wrong, or left out
        for piece in answer.iter_content(65_536):
            body += piece
            if len(body) > self._size:
                raise Unavailable(f"the answer is larger than {self._size / 1e6:g} MB")
            if monotonic() > end:
                raise TimeoutError
        return bytes(body)

    def _refused(self, service: str, answer: Response) -> NoReturn:
        refused = service_errors.Refused(answer.status_code, answer.headers, self._message(answer))
        reason = service_errors.of_status(refused, github=service == "github", token=bool(self._token))
        if refused.limited:
            self._given_up[service] = reason
        raise Unavailable(reason)

    def _message(self, answer: Response) -> str:
        """What a service says of its refusal; a secondary rate limit is told nowhere else."""
        # other refusals may be whole pages of a proxy
        if answer.status_code not in (403, 429):
            return ""
        try:
            data = json.loads(next(answer.iter_content(MESSAGE), b""))
        except (ValueError, RecursionError):
            return ""
        return str(data.get("message", "")) if isinstance(data, dict) else ""

    def _failed(self, service: str, error: Exception) -> str:
        """The reason; a service that does not answer again and again is given up."""
        reason = service_errors.of_error(error, self._seconds)
        self._strikes[service] += service_errors.is_silence(error)
        if self._strikes[service] >= STRIKES:
            self._given_up[service] = reason
        return reason


def within(seconds: float, job: Callable[[], Result]) -> Result:
    """What a job gives; raises TimeoutError when it takes longer, however slowly its pieces come in."""
    result: Future[Result] = Future()

    def work() -> None:
        try:
            result.set_result(job())
        except BaseException as error:
            result.set_exception(error)

    # a timeout of requests counts from piece to piece, so slow drops would hold a run for ever
    Thread(target=work, daemon=True).start()
    return result.result(seconds)
