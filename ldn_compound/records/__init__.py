"""What is put on paper: a review or an approval as a worksheet for the bench."""
