"""An endpoint is asked only at an address that makes sense, and its key is never shown."""

from __future__ import annotations

import pytest

from mercato.errors import BadEndpoint
from mercato.extractors.service import service

KEY = "sk-very-secret"


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://api.example/v1", "https://api.example/v1/chat/completions"),
        ("https://api.example/v1/", "https://api.example/v1/chat/completions"),
        ("http://localhost:8000/v1/chat/completions", "http://localhost:8000/v1/chat/completions"),
        ("https://api.example/x?version=2", "https://api.example/x/chat/completions?version=2"),
    ],
)
def test_address_is_completed(given: str, url: str) -> None:
    assert service(given, "m").url == url


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("api.example/v1", "no address of an endpoint"),
        ("file:///etc/passwd", "no address of an endpoint"),
        ("http://", "no address of an endpoint"),
        ("http://host:port/v1", "write it like"),
        ("https://me:secret@api.example/v1", "name or password"),
    ],
)
def test_address_that_cannot_be_asked_is_refused_without_repeating_secrets(given: str, says: str) -> None:
    with pytest.raises(BadEndpoint, match=says) as told:
        service(given, "m")
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:1", "192.168.1.5:8000"])
def test_key_may_travel_unencrypted_only_nearby(host: str) -> None:
    assert service(f"http://{host}/v1", "m", key=KEY).key == KEY
    with pytest.raises(BadEndpoint, match="unencrypted") as told:
        service("http://api.example/v1", "m", key=KEY)
    assert KEY not in str(told.value)
    assert service("http://api.example/v1", "m", key=" ").key is None


@pytest.mark.parametrize("key", ["sk secret", "sk-secret\nX-Other: 1", "sk-sécret"])
def test_key_that_is_none_is_refused_without_repeating_it(key: str) -> None:
    with pytest.raises(BadEndpoint, match="MERCATO_KEY") as told:
        service("https://api.example/v1", "m", key=key)
    assert key not in str(told.value)


def test_key_given_for_the_name_of_its_variable_is_not_repeated() -> None:
    with pytest.raises(BadEndpoint, match="put the key itself into one") as told:
        service("https://api.example/v1", "m", variable=KEY)
    assert KEY not in str(told.value)


def test_key_is_in_nothing_that_is_shown() -> None:
    made = service("https://api.example/v1", "m", key=KEY)
    assert KEY not in repr(made)
    assert made.without_key(f"wrong key:\n\x1b[1m{KEY} ") == "wrong key: [1m[key]"
