"""Make readerapp/language/common_words.tsv: the commonest words of many languages and their shares.

    pip install "wordfreq==3.1.1" && python training/common_words.py

The shares are those of wordfreq (Robyn Speer, 2022), whose data may be passed on under CC BY-SA 4.0; so may
the table. A line holds a language and, in falling order, words with their share of all words in millionths.
"""

from __future__ import annotations

from pathlib import Path

TABLE = Path(__file__).parent.parent / "readerapp" / "language" / "common_words.tsv"

LEAST_SHARE = 0.0003
"""Rarer words are full words in any text: their share adds nothing to what a short text says itself."""

WITHOUT_SPACES = ("ja", "ko", "zh")
"""Languages that wordfreq divides with a dictionary, which their news are not divided by here."""


def main() -> None:
    """Write the table."""
    from wordfreq import available_languages, top_n_list, word_frequency

    lines = []
    for language in sorted(available_languages("small")):
        if language in WITHOUT_SPACES:
            continue
        entries = [
            (word, round(1e6 * word_frequency(word, language)))
            for word in top_n_list(language, 1000)
            if word_frequency(word, language) >= LEAST_SHARE
        ]
        lines.append(
            "\t".join([language, *(f"{word} {share}" for word, share in entries if " " not in word)])
        )
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
