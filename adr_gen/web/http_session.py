"""The HTTP session: who we say we are, and to whom a secret is told."""

from http.cookiejar import DefaultCookiePolicy

from requests import PreparedRequest, Session
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth
from requests.utils import get_netrc_auth

from .. import __version__
from .endpoints import Origin, origin

TIMEOUT = (5, 10)
"""Seconds until a connection stands, and between two pieces of an answer."""


def session(pool: int, token: str, token_for: Origin) -> Session:
    """A session without cookies; the token goes to one origin only, a login of `.netrc` to its own."""

    def login(request: PreparedRequest) -> PreparedRequest:
        if token and origin(request.url or "") == token_for:
            request.headers["Authorization"] = f"Bearer {token}"
        elif known := get_netrc_auth(request.url or ""):
            HTTPBasicAuth(*known)(request)
        return request

    made = Session()
    made.headers["User-Agent"] = f"adr-gen/{__version__}"
    # requests' own would send a login of `.netrc` instead of the token
    made.auth = login
    made.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    for scheme in ("https://", "http://"):
        # with fewer connections than workers the others are closed after one request
        made.mount(scheme, HTTPAdapter(pool_maxsize=pool))
    return made
