"""Where articles come from: a file or stream becomes a `Document`, whatever its format and encoding."""

from __future__ import annotations

from readerapp.sources.limits import DEFAULT_LIMIT
from readerapp.sources.opening import Opened, open_source, open_sources

__all__ = ["DEFAULT_LIMIT", "Opened", "open_source", "open_sources"]
