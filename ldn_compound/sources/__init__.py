"""Where the active comes from: each source says what it comes to and how it is made ready."""
