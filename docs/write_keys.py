"""Write the table of keys in README.md anew, from the app's own list of actions."""

from __future__ import annotations

from pathlib import Path

from readerapp.ui.actions import key_table_markdown

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN = "<!-- keys: begin; written by docs/write_keys.py -->\n"
END = "<!-- keys: end -->\n"


def with_keys(readme: str) -> str:
    """The README with the table of keys as it has to be."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{key_table_markdown()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
