"""What mercato knows of the press."""
