"""Records -> the columns and cards that a reader sees; the last room that asks the store anything."""
