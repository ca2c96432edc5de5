"""Why something could not be looked up, in words that say what to do."""

from datetime import UTC, datetime

from requests import Response, exceptions
from urllib3.exceptions import NameResolutionError, ReadTimeoutError

BROKEN = (exceptions.ChunkedEncodingError, exceptions.ContentDecodingError)


def of_error(error: BaseException, seconds: float) -> str:
    """The reason of a request that got no whole answer; nothing of the error's own text, which may hold secrets."""
    if _late(error):
        return f"no whole answer in time (at most {seconds:g} seconds)"
    if isinstance(error, exceptions.SSLError):
        return "the secure connection failed; is its certificate valid and trusted here?"
    if isinstance(error, exceptions.ProxyError):
        return "the proxy does not answer"
    if isinstance(error, BROKEN):
        return "the answer broke off"
    if isinstance(error, exceptions.ConnectionError):
        return "there is no such host" if _cause(error, NameResolutionError) else "nothing answers there"
    return f"asking failed ({type(error).__name__})"


def is_silence(error: BaseException) -> bool:
    """Whether the other side did not answer at all or not in time, so that asking it once more will hardly help."""
    return _late(error) or isinstance(error, exceptions.ConnectionError)


def _late(error: BaseException) -> bool:
    return isinstance(error, TimeoutError | exceptions.Timeout) or _cause(error, ReadTimeoutError)


def _cause(error: BaseException, kind: type[Exception]) -> bool:
    """Whether an error was made from one of a kind."""
    reasons = [getattr(cause, "reason", cause) for cause in error.args]
    return any(isinstance(reason, kind) for reason in reasons)


def is_limit(answer: Response) -> bool:
    """Whether a service says that it was asked too often, so that asking more makes it worse."""
    spent = answer.headers.get("x-ratelimit-remaining") == "0" or "retry-after" in answer.headers
    return answer.status_code == 429 or (answer.status_code == 403 and spent)


def of_status(answer: Response, *, github: bool, token: bool) -> str:
    """The reason of a status that is not 200."""
    status, hint = answer.status_code, "" if token or not github else "; set GITHUB_TOKEN"
    if is_limit(answer):
        whose = "GitHub's" if github else "the"
        return f"{whose} rate limit is used up{_until(answer)}{hint}"
    if status in (404, 410):
        private = " (or it is private: set GITHUB_TOKEN)" if hint else ""
        return f"does not exist there ({status}); mend the name{private}"
    if status in (401, 403):
        return f"access is refused ({status}){'; is GITHUB_TOKEN valid?' if github and token else hint}"
    return f"the server has trouble ({status})" if status >= 500 else f"answered {status}"


def _until(answer: Response) -> str:
    """When a rate limit ends, if the answer says so."""
    try:
        return f" until {datetime.fromtimestamp(int(answer.headers['x-ratelimit-reset']), UTC):%H:%M} UTC"
    except (KeyError, ValueError, OverflowError, OSError):
        return ""
