"""The parts of the command `reader`; `readerapp.cli` puts them together."""
