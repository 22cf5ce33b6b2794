"""The room that weaves claims into sagas: windows, episodes, lineage, contradictions, state."""
