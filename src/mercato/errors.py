"""The errors mercato raises: each says what is wrong, where, and what to do."""


class MercatoError(Exception):
    """Anything mercato refuses; the message is meant for the user."""


class BadInput(MercatoError):
    """An article that cannot be read; the rest of the batch goes on."""

    def __init__(self, place: str, reason: str, remedy: str) -> None:
        super().__init__(f"{place}: {reason}; {remedy}")
        self.place, self.reason, self.remedy = place, reason, remedy


class BadKnowledge(MercatoError):
    """A data file (language, outlet, club, person, window) that breaks its schema."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


class BadStore(MercatoError):
    """A store that cannot be opened or written."""


class NoAnswer(MercatoError):
    """A service outside that gave no answer that can be used to one request; the next request may fare better."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason}; {remedy}")
        self.reason, self.remedy = reason, remedy


class BadEndpoint(MercatoError):
    """A service outside that will not answer us whatever we ask: a wrong key, a wrong address, no credit; a batch stops at it."""


class NotFound(MercatoError):
    """Nothing stored answers to the name or id that was asked for."""


class Ambiguous(NotFound):
    """Several stored things answer to the name; `candidates` holds the id and the title of each."""

    def __init__(self, asked: str, candidates: tuple[tuple[str, str], ...], shown: int = 12) -> None:
        lines = [f"  {id}  {title}" for id, title in candidates[:shown]]
        more = [f"  ... and {len(candidates) - shown} more"] if len(candidates) > shown else []
        super().__init__("\n".join([f"{asked}: {len(candidates)} answer to that; say more, or give one of these ids:", *lines, *more]))
        self.candidates = candidates
