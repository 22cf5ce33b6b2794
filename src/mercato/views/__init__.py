"""The room that answers questions from what is stored: frozen pages of sagas, people, clubs, sources and articles."""
