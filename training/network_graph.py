"""Write a MiniLM-L6 as an ONNX graph for a batch of one, with the large matrices as 8-bit integers.

The graph takes word embeddings, which judge and sentence encoder share as one table beside it, and token
types. With a batch of one there is no padding, hence no mask. Matrices are quantised by output column,
symmetrically, to seven bits: on processors without VNNI eight bits can overflow the sixteen that two products
are added up in. What flows between is quantised by onnxruntime while it runs.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from judge_network import EPSILON, HEADS, LAYERS, WIDTH
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

LARGEST = 63
"""Greatest absolute value of a quantised weight: 2 x 255 x 63 stays within sixteen bits with a sign."""

OUTLIERS = 64
"""Inner channels of each layer, those with the largest values, that are multiplied as floats."""

Weights = Mapping[str, NDArray[np.float32]]


def quantised(
    matrix: NDArray[np.float32], largest: int = LARGEST
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Integers and the scale of each column, so that their product is close to the matrix.

    The scale is the one, among forty that cut off up to a fifth of the range, with the least squared error.
    """
    highest = np.abs(matrix).max(0) / largest
    highest = np.maximum(highest, 1e-8)
    best_scale, best_error = highest, np.full(matrix.shape[1], np.inf, np.float32)
    for share in np.linspace(0.8, 1.0, 41):
        scale = highest * share
        error = ((np.clip(np.rint(matrix / scale), -largest, largest) * scale - matrix) ** 2).sum(0)
        better = error < best_error
        best_scale = np.where(better, scale, best_scale)
        best_error = np.where(better, error, best_error)
    integers = np.clip(np.rint(matrix / best_scale), -largest, largest).astype(np.int8)
    return integers, best_scale.astype(np.float32)


class Graph:
    """Nodes and constants as they come together."""

    def __init__(
        self,
        weights: Weights,
        ranges: Weights | None = None,
        exact: frozenset[str] = frozenset(),
        outliers: int = OUTLIERS,
        largest: int = LARGEST,
    ) -> None:
        """Begin a graph.

        Args:
            weights: arrays under the names of `judge_network.Judge`.
            ranges: the greatest absolute value of each channel that flows into a matrix, under the matrix's
                name; channels are evened out by them.
            exact: names, or last parts of names, of matrices that stay 32-bit floats.
            outliers: inner channels of each layer that stay floats, if their ranges are known.
            largest: greatest quantised weight.
        """
        self.weights = weights
        self.ranges = ranges or {}
        self.exact = exact
        self.outliers = outliers
        self.largest = largest
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """A named constant."""
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        """A node with one output."""
        self.nodes.append(helper.make_node(kind, inputs, [output], output, domain=domain, **attributes))
        return output

    def linear(self, name: str, states: str, even: bool = True) -> str:
        """States times a matrix plus a bias."""
        matrix = np.ascontiguousarray(self.weights[f"{name}.weight"].T)
        bias = self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        if name in self.exact or name.split(".")[-1] in self.exact:
            product = self.node(
                "MatMul", [states, self.constant(f"{name}.matrix", matrix)], f"{name}.product"
            )
            return self.node("Add", [product, bias], f"{name}.out")
        if even and name in self.ranges:
            # A few channels far larger than the rest would take all of the eight bits: part of their
            # size is moved into the matrix (SmoothQuant; Xiao et al., 2023).
            size = np.sqrt(np.maximum(self.ranges[name], 1e-5) / np.maximum(np.abs(matrix).max(1), 1e-5))
            size = (size / np.exp(np.log(size).mean())).astype(np.float32)
            matrix = matrix * size[:, np.newaxis]
            states = self.node("Mul", [states, self.constant(f"{name}.evening", 1 / size)], f"{name}.even")
        integers, scale = quantised(matrix, self.largest)
        return self.node(
            "DynamicQuantizeMatMul",
            [
                states,
                self.constant(f"{name}.integers", integers),
                self.constant(f"{name}.scale", scale),
                "",
                bias,
            ],
            f"{name}.out",
            "com.microsoft",
        )

    def inner(self, widening: str, narrowing: str, states: str) -> str:
        """The network for each piece: wider, GELU, narrower.

        Of the 1,536 inner channels a few reach many times what the others do, and evening them out spoils the
        second matrix. They are put in front instead, and multiplied as floats (LLM.int8; Dettmers et al.,
        2022).
        """
        if narrowing not in self.ranges or not self.outliers:
            active = self.node(
                "Gelu", [self.linear(widening, states)], f"{narrowing}.active", "com.microsoft"
            )
            return self.linear(narrowing, active)
        order = np.argsort(-self.ranges[narrowing], kind="stable")
        count = self.outliers
        self.weights = {
            **self.weights,
            f"{widening}.weight": self.weights[f"{widening}.weight"][order],
            f"{widening}.bias": self.weights[f"{widening}.bias"][order],
            f"{narrowing}.large.weight": self.weights[f"{narrowing}.weight"][:, order[:count]],
            f"{narrowing}.weight": self.weights[f"{narrowing}.weight"][:, order[count:]],
        }
        active = self.node("Gelu", [self.linear(widening, states)], f"{narrowing}.active", "com.microsoft")
        parts = [f"{narrowing}.large", f"{narrowing}.small"]
        sizes = self.constant(f"{narrowing}.sizes", np.array([count, len(order) - count]))
        self.nodes.append(helper.make_node("Split", [active, sizes], parts, f"{narrowing}.split", axis=2))
        large = self.constant(f"{narrowing}.large.matrix", self.weights[f"{narrowing}.large.weight"].T)
        product = self.node("MatMul", [parts[0], large], f"{narrowing}.large.out")
        return self.node("Add", [product, self.linear(narrowing, parts[1], even=False)], f"{narrowing}.sum")

    def normalised(self, name: str, states: str, shortcut: str) -> str:
        """The layer norm of a sum; onnxruntime's one node for both takes longer than these two."""
        self.node("Add", [states, shortcut], f"{name}.sum")
        constants = [
            self.constant(f"{name}.{kind}", self.weights[f"{name}.{kind}"]) for kind in ("weight", "bias")
        ]
        return self.node(
            "LayerNormalization", [f"{name}.sum", *constants], f"{name}.out", axis=-1, epsilon=EPSILON
        )

    def encoder(self, positions: int) -> str:
        """From word embeddings and token types to the last hidden states, (1, length, 384)."""
        self.node("Gather", [self.constant("types.table", self.weights["types"]), "types"], "types.out")
        self.node("Shape", ["types"], "length", start=1, end=2)
        self.node(
            "Slice",
            [
                self.constant("positions.table", self.weights["positions"][:positions]),
                self.constant("nought", np.array([0])),
                "length",
            ],
            "positions.out",
        )
        self.node("Add", ["types.out", "positions.out"], "added")
        states = self.normalised("norm", "words", "added")
        for number in range(LAYERS):
            place = f"layers.{number}."
            together = self.linear(f"{place}attention", states)
            parts = [f"{place}{name}" for name in ("query", "key", "value")]
            self.nodes.append(helper.make_node("Split", [together], parts, f"{place}split", axis=2))
            mixed = self.node("MultiHeadAttention", parts, f"{place}mixed", "com.microsoft", num_heads=HEADS)
            states = self.normalised(f"{place}mixing_norm", self.linear(f"{place}mixing", mixed), states)
            narrowed = self.inner(f"{place}widening", f"{place}narrowing", states)
            states = self.normalised(f"{place}narrowing_norm", narrowed, states)
        return states

    def model(self, output: str, width: int, description: str) -> onnx.ModelProto:
        """The finished model."""
        graph = helper.make_graph(
            self.nodes,
            "minilm",
            [
                helper.make_tensor_value_info("words", TensorProto.FLOAT, [1, "length", WIDTH]),
                helper.make_tensor_value_info("types", TensorProto.INT64, [1, "length"]),
            ],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, [1, width])],
            self.constants,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(
            graph, opset_imports=opsets, ir_version=8, producer_name="reader", doc_string=description
        )


def judge_graph(
    weights: Weights, positions: int, description: str = "", **options: object
) -> onnx.ModelProto:
    """The judge: `logits` (1, 3) of entailment, neutral, contradiction."""
    graph = Graph(weights, **options)  # type: ignore[arg-type]
    states = graph.encoder(positions)
    graph.node("Gather", [states, graph.constant("first", np.array(0))], "start", axis=1)
    graph.node("ReduceMean", [states], "mean", axes=[1], keepdims=0)
    graph.node("Concat", ["start", "mean"], "pooled", axis=1)
    graph.node(
        "Gemm",
        [
            "pooled",
            graph.constant("head.weight", weights["head.weight"]),
            graph.constant("head.bias", weights["head.bias"]),
        ],
        "logits",
        transB=1,
    )
    return graph.model("logits", 3, description)


def encoder_graph(
    weights: Weights, positions: int, description: str = "", **options: object
) -> onnx.ModelProto:
    """The sentence encoder: `sentence` (1, 384), of unit length."""
    graph = Graph(weights, **options)  # type: ignore[arg-type]
    states = graph.encoder(positions)
    graph.node("ReduceMean", [states], "mean", axes=[1], keepdims=0)
    graph.node("LpNormalization", ["mean"], "sentence", axis=1, p=2)
    return graph.model("sentence", WIDTH, description)
