"""The cards of Today: each shows one part of a day and stores what is done there."""
