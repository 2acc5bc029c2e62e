"""Finding the passages of a saved comparison again where an article has changed since.

`Anchorer` finds passages of one text in another.
"""

from readerapp.anchoring.placing import Anchorer, Placement

__all__ = ["Anchorer", "Placement"]
