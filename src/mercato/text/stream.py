"""A file or standard input as bytes, unpacked where it is .gz, never more of it in memory than asked for."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from io import BufferedReader

from mercato.errors import BadInput
from mercato.text.received import PAGE

RATIO = 200  # text is packed to a tenth or so; a bomb to a thousandth
FREE = 10 * PAGE  # bytes that may be unpacked whatever the ratio
CHUNK = 1 << 16


class Stream:
    """Bytes read piece by piece from `file`; raises BadInput for broken or suspicious packing."""

    def __init__(self, file: BufferedReader, place: str, packed: bool) -> None:
        self._raw, self._place = file, place
        self._file: BufferedReader | gzip.GzipFile = gzip.GzipFile(fileobj=file) if packed else file
        self._packed, self._unpacked = packed, 0

    def line(self, limit: int) -> bytes:
        """The next line, at most `limit` bytes of it; empty at the end."""
        return self._counted(self._piece(limit, whole=False))

    def read(self, limit: int) -> bytes:
        """At most `limit` bytes of what is left."""
        return self._counted(self._piece(limit, whole=True))

    def skip_line(self) -> None:
        """Pass over the rest of a line too long to be kept."""
        while (piece := self.line(CHUNK)) and not piece.endswith(b"\n"):
            pass

    def _piece(self, limit: int, *, whole: bool) -> bytes:
        try:
            return self._file.read(limit) if whole else self._file.readline(limit)
        except EOFError:
            raise BadInput(self._place, "the .gz file ends too early", "fetch or pack it again; what came before its end has been read") from None
        except (gzip.BadGzipFile, zlib.error) as error:
            raise BadInput(self._place, f"broken .gz file ({error})", "fetch or pack it again") from None
        except OSError as error:
            raise BadInput(self._place, error.strerror or str(error), "check the file and the disk") from None

    def _counted(self, piece: bytes) -> bytes:
        self._unpacked += len(piece)
        if self._packed and self._unpacked > FREE and self._unpacked > RATIO * max(self._consumed(), 1):
            raise BadInput(self._place, f"unpacks to more than {RATIO} times its size", "unpack it yourself if you trust it")
        return piece

    def _consumed(self) -> int:
        try:
            return self._raw.tell()
        except OSError:  # a pipe cannot tell: what it gave is unknown, so only its size counts
            return self._unpacked


def lines(stream: Stream, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream, None for one longer than `limit`."""
    while line := stream.line(limit + 1):
        if len(line) > limit and not line.endswith(b"\n"):
            stream.skip_line()
            yield None
        else:
            yield line
