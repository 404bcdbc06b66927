"""What the analysis found, in sentences that claim no cause."""
