"""Average the weights of judges.

    python training/blend_judges.py OUTPUT.safetensors ONE.safetensors:SHARE OTHER.safetensors:SHARE ...
        --base MODEL

Between a judge and one that it was trained from, an average often keeps more of the earlier ability than it
loses of the new (WiSE-FT; Wortsman et al., 2022).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from safetensors.torch import load_file, save_file
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from judge_network import Judge


def main() -> None:
    """Write the average."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("output", type=Path)
    parser.add_argument("judges", nargs="+", metavar="FILE:SHARE")
    parser.add_argument("--base", type=Path, required=True)
    args = parser.parse_args()
    parts = [(name, float(share)) for name, share in (text.rsplit(":", 1) for text in args.judges)]
    whole = sum(share for _, share in parts)
    blended: dict[str, Tensor] = {}
    for name, share in parts:
        judge = Judge(args.base)
        judge.take_any(load_file(name))
        for key, value in judge.state_dict().items():
            part = value * (share / whole)
            blended[key] = blended[key] + part if key in blended else part
    save_file({key: value.half().contiguous() for key, value in blended.items()}, args.output)


if __name__ == "__main__":
    main()
