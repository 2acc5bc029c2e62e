"""Documents to findings: one module a kind, each with one class and one method, `find`."""
