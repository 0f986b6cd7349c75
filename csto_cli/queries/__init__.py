"""The questions themselves: pure functions of a store and the day asked about."""
