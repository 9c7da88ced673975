"""What the active goes into."""
