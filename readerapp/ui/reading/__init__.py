"""The parts of the reading screen, each with the actions that it carries out.

A part knows the screen it belongs to. Its `handlers` are what the actions of that name do, its
`reasons` say why an action cannot be done just now (None: it can).
"""
