"""Read several articles side by side and see what they share and where they conflict.

`open_source` turns a file into a `Document`; `compare` finds what documents share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readerapp.comparing import compare
    from readerapp.sources import open_source

__version__ = "0.1.0"

__all__ = ["__version__", "compare", "open_source"]


def __getattr__(name: str) -> object:
    # Loading numpy and the finders takes longer than `reader --help` may.
    if name == "compare":
        from readerapp.comparing import compare

        return compare
    if name == "open_source":
        from readerapp.sources import open_source

        return open_source
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
