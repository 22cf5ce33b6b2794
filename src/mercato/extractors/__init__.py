"""Other readers behind the same protocol: article in, claims out."""
