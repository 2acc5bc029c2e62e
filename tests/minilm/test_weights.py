"""Weights that are missing, damaged or foreign are told apart from a model that judges badly."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from readerapp.embedding import SentenceEncoder
from readerapp.entailment import EntailmentModel, ModelUnavailableError
from readerapp.minilm.weights import FOLDER, MANIFEST, read_manifest
from readerapp.model.errors import ReaderError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "weights")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


def altered(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def removed(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("name", ["judge.onnx", "words.npy", "word_scales.npy", "vocabulary.txt"])
@pytest.mark.parametrize(
    ("damage", "said"),
    [(truncated, "has 1,000 bytes instead of"), (altered, "is not the one"), (removed, "cannot be read")],
)
def test_a_damaged_file_is_named(folder: Path, name: str, damage: Callable[[Path], None], said: str) -> None:
    damage(folder / name)
    with pytest.raises(ModelUnavailableError) as caught:
        EntailmentModel.load(folder)
    assert said in str(caught.value)
    assert str(folder / name) in str(caught.value)


def test_a_damaged_encoder_does_not_stop_the_judge(folder: Path) -> None:
    truncated(folder / "encoder.onnx")
    EntailmentModel.load(folder)
    with pytest.raises(ModelUnavailableError, match=r"encoder\.onnx has 1,000 bytes"):
        SentenceEncoder.load(folder)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "{}", '{"version": 1, "files": [], "calibration": 2}', "[" * 100_000]
)
def test_a_list_of_files_that_is_none_is_an_error_of_its_own(folder: Path, content: str) -> None:
    (folder / MANIFEST).write_text(content)
    with pytest.raises(ModelUnavailableError, match="list of the model's files"):
        EntailmentModel.load(folder)


def exchanged(folder: Path, name: str, content: bytes) -> None:
    """Put another file in the place of one, with the manifest to match."""
    (folder / name).write_bytes(content)
    manifest = json.loads((folder / MANIFEST).read_text())
    manifest["files"][name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    (folder / MANIFEST).write_text(json.dumps(manifest))


def array_file(array: NDArray[np.generic]) -> bytes:
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("judge.onnx", b"no graph at all", "does not take the model"),
        ("words.npy", b"no numbers at all", "holds no numbers"),
        ("words.npy", array_file(np.zeros((10, 384), np.float32)), "holds other numbers"),
        ("words.npy", array_file(np.zeros((10, 300), np.int8)), "holds other numbers"),
        ("words.npy", b"", "holds no numbers"),
        ("words.npy", b"PK\x03\x04", "holds no numbers"),
        ("word_scales.npy", array_file(np.zeros(10, np.float32)), "holds other numbers"),
        ("word_scales.npy", array_file(np.zeros((10, 1), np.float32)), "do not belong together"),
        ("judge.onnx", (FOLDER / "encoder.onnx").read_bytes(), "is another network"),
        ("vocabulary.txt", b"", "is another vocabulary"),
        ("vocabulary.txt", b"\xff\n" * 30_522, "is another vocabulary"),
        ("vocabulary.txt", b"a\n" * 100 + b"[UNK]\n[CLS]\n[SEP]\n", "is another vocabulary"),
    ],
)
def test_a_foreign_file_under_its_own_hash_is_refused(
    folder: Path, name: str, content: bytes, said: str
) -> None:
    exchanged(folder, name, content)
    with pytest.raises(ModelUnavailableError, match=said):
        EntailmentModel.load(folder)


@pytest.mark.parametrize(
    "calibration",
    [
        {"temperature": 0, "offsets": [0, 0, 0]},
        {"temperature": float("nan"), "offsets": [0, 0, 0]},
        {"temperature": 1, "offsets": [0, 0]},
        {"temperature": 1, "offsets": [0, 0, float("inf")]},
    ],
)
def test_a_calibration_that_is_none_is_refused(folder: Path, calibration: dict[str, object]) -> None:
    manifest = json.loads((folder / MANIFEST).read_text())
    manifest["calibration"] = calibration
    (folder / MANIFEST).write_text(json.dumps(manifest))
    with pytest.raises(ModelUnavailableError, match="list of the model's files"):
        EntailmentModel.load(folder)


def test_the_complaint_is_one_line_for_a_person(folder: Path) -> None:
    removed(folder / "judge.onnx")
    with pytest.raises(ReaderError) as caught:
        EntailmentModel.load(folder)
    assert "\n" not in str(caught.value)
    assert "install reader again" in str(caught.value)


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        ("ModuleNotFoundError('none', name='onnxruntime')", "is not installed"),
        ("ImportError('DLL load failed')", "does not load (DLL load failed)"),
        ("RuntimeError('no such processor')", "does not load (no such processor)"),
    ],
)
def test_without_the_library_there_is_one_clear_exception(failure: str, said: str) -> None:
    script = (
        "import importlib.abc, sys\n"
        "class Hidden(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        f"        if name == 'onnxruntime':\n            raise {failure}\n"
        "sys.meta_path.insert(0, Hidden())\n"
        "from readerapp.entailment import EntailmentModel, ModelUnavailableError\n"
        "try:\n    EntailmentModel.load()\nexcept ModelUnavailableError as error:\n    print(error)\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert said in finished.stdout
    assert "python -m pip install onnxruntime" in finished.stdout


def test_half_of_the_library_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "onnxruntime").mkdir()
    (tmp_path / "onnxruntime" / "__init__.py").write_text("")
    script = (
        f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\n"
        "from readerapp.embedding import ModelUnavailableError, SentenceEncoder\n"
        "try:\n    SentenceEncoder.load()\nexcept ModelUnavailableError as error:\n    print(error)\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert "onnxruntime of unknown version does not take the model" in finished.stdout


def test_the_library_is_told_to_be_quiet_before_it_is_loaded() -> None:
    script = (
        "import importlib.abc, os, sys\n"
        "class Watching(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'onnxruntime':\n            print(os.environ.get('ORT_DISABLE_TELEMETRY'))\n"
        "sys.meta_path.insert(0, Watching())\n"
        "from readerapp.entailment import EntailmentModel\n"
        "EntailmentModel.load()\n"
    )
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    finished = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=environment,
    )
    assert finished.stdout == "1\n"


def test_the_library_tells_nobody_that_it_was_used(tmp_path: Path) -> None:
    script = (
        "from readerapp.entailment import EntailmentModel\n"
        "EntailmentModel.load().predict(['He came.'], ['He left.'])\n"
    )
    kept = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV")
    # In what looks like a test run or CI the library may keep quiet by itself.
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60, env=environment)
    assert list(tmp_path.rglob("*")) == []


def test_the_list_names_every_file_and_no_other() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {MANIFEST, *read_manifest().files}


def test_the_weights_stay_under_fifty_megabytes() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 50_000_000
