"""What is kept on the disk: saved comparisons, recovery files, places last read."""
