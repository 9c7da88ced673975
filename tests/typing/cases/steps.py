"""Steps: a match that answers every verb is complete, and one that forgets a verb is told which."""
