"""The only room with a window to the outside."""
