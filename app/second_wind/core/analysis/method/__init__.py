"""The estimators of `docs/method.md`: from a log as arrays to one regression and its ranges."""
