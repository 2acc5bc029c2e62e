"""Articles at web addresses. Reader does not fetch them yet, and says so."""

from __future__ import annotations

import re
from collections.abc import Hashable

from readerapp.model import ReaderError
from readerapp.model.printable import printable
from readerapp.sources.formats import Loaded, Origin

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def load_address(argument: str, limit: int) -> Loaded:
    """Refuse an address.

    Raises:
        ReaderError: always.
    """
    raise ReaderError(
        f"{printable(argument)}: reader does not fetch web addresses yet; "
        "save the page from your browser as HTML and open that file"
    )


def _identity(argument: str) -> Hashable | None:
    return argument


ORIGIN = Origin(
    accepts=lambda argument: _ADDRESS.match(argument) is not None,
    load=load_address,
    identity=_identity,
)
