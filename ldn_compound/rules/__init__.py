"""Judgement: each rule in a file of its own, all of them always run, everything found at once."""
