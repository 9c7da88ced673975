"""Where the active comes from: tablets, powder; each says what it comes to and how it is made ready."""
