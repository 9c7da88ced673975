"""The algebra of the bench: one line each, the same line on paper, in a plan and over arrays."""
