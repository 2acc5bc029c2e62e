"""The sentence encoder: sentences of like meaning get vectors of like direction."""

from readerapp.embedding.encoder import SentenceEncoder
from readerapp.minilm import ModelUnavailableError

__all__ = ["ModelUnavailableError", "SentenceEncoder"]
