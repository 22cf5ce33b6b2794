"""Where a model answers: the address of an OpenAI-compatible endpoint, its model, and the key, which is never shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

from mercato.errors import BadEndpoint
from mercato.extractors.bill import Prices

PATH = "/chat/completions"
_VARIABLE = re.compile("[A-Za-z_][A-Za-z0-9_]*")
VARIABLE = "MERCATO_KEY"  # the environment variable that holds the key, unless another is named


@dataclass(frozen=True, slots=True)
class Service:
    """An endpoint that can be asked; made by `service`."""

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    variable: str = VARIABLE
    temperature: float | None = 0.0  # None: the endpoint's own; some models take no other
    prices: Prices | None = None

    def without_key(self, text: str) -> str:
        """`text` as it may be shown: on one line, and the key taken out should a server repeat it."""
        plain = "".join(char if char.isprintable() else " " for char in text)
        return " ".join((plain.replace(self.key, "[key]") if self.key else plain).split())


def service(
    endpoint: str, model: str, *, key: str | None = None, variable: str = VARIABLE, temperature: float | None = 0.0, prices: Prices | None = None
) -> Service:
    """The service at `endpoint` ("https://host/v1", or with the path to its end); raises BadEndpoint, saying what is wrong with it."""
    if not _VARIABLE.fullmatch(variable):
        raise BadEndpoint("that is no name of an environment variable; put the key itself into one, and give the name of that one")
    key, typed = (key or "").strip() or None, endpoint.partition("?")[0].rpartition("@")[2]  # what may be shown of it
    try:
        parts = urlsplit(endpoint.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise BadEndpoint(f"{typed}: {error}; write it like https://host/v1") from error
    if parts.username or parts.password:
        raise BadEndpoint(f"the endpoint on {host} has a name or password in its address; put the key into the environment variable {variable} instead")
    if parts.scheme not in ("http", "https") or not host:
        raise BadEndpoint(f"{typed}: no address of an endpoint; write it like https://host/v1 or http://localhost:8000/v1")
    if key and not (key.isascii() and key.isprintable() and " " not in key):
        raise BadEndpoint(f"the key in {variable} has spaces or signs that no key has; set it again")
    if key and parts.scheme == "http" and not _near(host):
        raise BadEndpoint(f"{host}: the key in {variable} would travel there unencrypted; use https, or empty the variable")
    path = parts.path.rstrip("/")
    url = urlunsplit((parts.scheme, parts.netloc, path if path.endswith(PATH) else path + PATH, parts.query, ""))
    return Service(url, model, key, variable, temperature, prices)


def _near(host: str) -> bool:
    """Whether a host is this machine or of its own network."""
    try:
        return ip_address(host).is_private
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
