"""Frozen data: what was ordered, what is on the bench, what the house decides, what is done."""
