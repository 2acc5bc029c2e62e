"""What every model has that is made of a network, the vocabulary and a manifest: how it is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Self

from readerapp.minilm.network import Network
from readerapp.minilm.weights import FOLDER, Manifest, read_manifest, shipped_manifest
from readerapp.minilm.word_pieces import WordPieces, read_word_pieces


class ShippedModel:
    """A model whose weights come with the package."""

    graph: ClassVar[str]
    """The file of its network."""
    width: ClassVar[int]
    """How many values its network gives."""

    def __init__(self, network: Network, pieces: WordPieces, manifest: Manifest) -> None:
        self._network = network
        self._pieces = pieces
        self._manifest = manifest

    @classmethod
    def load(cls, folder: Path = FOLDER) -> Self:
        """Load the model, which takes about a fifth of a second, most of it for onnxruntime.

        Args:
            folder: where its weights are; those of the package by default.

        Raises:
            ModelUnavailableError: it cannot be used here; the message says why.
        """
        manifest = shipped_manifest() if folder == FOLDER else read_manifest(folder)
        network = Network(cls.graph, cls.width, manifest, folder)
        return cls(network, read_word_pieces(manifest, network.pieces, folder), manifest)

    @property
    def version(self) -> str:
        """Differs from release to release whenever what it says may differ."""
        return self._manifest.version
