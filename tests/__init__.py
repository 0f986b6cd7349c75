"""Tests; the folders mirror `csto_cli/`."""
