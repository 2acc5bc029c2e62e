"""MiniLM-L6, the small transformer under judge and sentence encoder: word pieces, weights, running it.

Everything works offline: the weights are part of the package and nothing is ever downloaded.
"""

from readerapp.minilm.weights import ModelUnavailableError

__all__ = ["ModelUnavailableError"]
