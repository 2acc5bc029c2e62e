"""What goes wrong in front of a person."""

from __future__ import annotations


class ReaderError(Exception):
    """A complaint whose message is the line that the person sees.

    The message says what went wrong, with which file, why, and what to do. It is plain text: whoever
    prints it makes it safe for the terminal.
    """
