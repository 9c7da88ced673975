"""A sheet as text for a printer, or as markdown."""
