"""What an article says of who moves where."""
