"""What it takes to find statements that cannot both be true: statements, near pairs, evidence, its weight."""
