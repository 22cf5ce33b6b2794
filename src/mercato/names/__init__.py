"""The index of all names: built once, looked up in a mapped file."""
