"""What a number is here: an exact value, its unit, and where it came from."""
