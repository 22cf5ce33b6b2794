"""The command line: parse, call a view, show."""
