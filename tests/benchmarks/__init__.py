"""What `csto` costs beside the least that a program of its kind can cost: `python -m tests.benchmarks`. Not part of the tests."""
