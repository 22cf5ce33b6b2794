"""From files and streams to articles: reading, typed blocks, sentences, language, dates."""
