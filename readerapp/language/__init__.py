"""What stands in a text: words, quotations."""
