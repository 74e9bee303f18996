"""What several rules say: near names, relations in words."""
