"""Finding the capsules of a kit: whole numbers only, every set of strengths that will do."""
