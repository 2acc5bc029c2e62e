"""Finding the passages of a saved comparison again where an article has changed since.

`Anchorer` finds passages of one text in another, `reanchored` brings a whole comparison over to new texts,
and `succession` knows the findings of an old comparison again among those of a new one.
"""

from readerapp.anchoring.placing import Anchorer, Placement
from readerapp.anchoring.reanchoring import Reanchored, reanchored
from readerapp.anchoring.succession import Succession, carried_over, succession, with_anchors

__all__ = [
    "Anchorer",
    "Placement",
    "Reanchored",
    "Succession",
    "carried_over",
    "reanchored",
    "succession",
    "with_anchors",
]
