"""One sitting with a comparison: what was found, where the person is, what they added, what can be undone.

Pure values and bookkeeping: it knows neither screens nor files. `Session` is the way in; `Filters`
says which findings are walked through, `search` finds words in all documents.
"""

from readerapp.session.filters import Filters, KindAndType
from readerapp.session.history import History, Step
from readerapp.session.searching import Hit, Hits, search
from readerapp.session.session import Position, Session
from readerapp.session.stops import Stop

__all__ = [
    "Filters",
    "History",
    "Hit",
    "Hits",
    "KindAndType",
    "Position",
    "Session",
    "Step",
    "Stop",
    "search",
]
