"""`python -m readerapp` is the command `reader`."""

from __future__ import annotations

import sys

from readerapp.cli import main

if __name__ == "__main__":
    sys.exit(main())
