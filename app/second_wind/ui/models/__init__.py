"""Table models, testable without a window."""
