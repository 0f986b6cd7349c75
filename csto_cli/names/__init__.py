"""What a person typed -> the records it can mean, in any spelling and script."""
