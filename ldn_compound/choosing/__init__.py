"""Which way, and how much is enough? Reviewed plans of one order side by side; none is picked."""
