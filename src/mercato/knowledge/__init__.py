"""What mercato knows of clubs and people."""
