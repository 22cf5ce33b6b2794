"""The room that keeps articles, what was read out of them, judgements and sagas."""
