"""A regimen on the calendar: its supplies, one after another, and how far what is held goes."""
