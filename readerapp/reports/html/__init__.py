"""The report to send: one HTML file that needs no network, and no script to be read.

Findings stand beside the articles and link to their passages, which link back. Whatever came from an
article, a person or a file is escaped; a Content Security Policy forbids everything but the page's own
style and script, which are named by their hashes. The same comparison gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from readerapp import __version__
from readerapp.model import Annotations, Comparison
from readerapp.reports.html.views import Report
from readerapp.reports.options import ReportOptions

_FOLDER = Path(__file__).parent


def render(comparison: Comparison, annotations: Annotations, options: ReportOptions) -> str:
    """The report as text.

    Args:
        comparison: what was found.
        annotations: what a person added.
        options: what to report.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    style, script = (_read(name) for name in ("report.css", "report.js"))
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.jinja").render(
        report=Report(comparison, annotations, options),
        version=__version__,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
    )


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """What a browser may load: the page's own style and script, and a picture that stands in the page."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{_digest(style)}'",
            f"script-src '{_digest(script)}'",
            # An empty icon keeps a browser from asking a server for one.
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    """The name by which a policy allows an element that holds the text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
