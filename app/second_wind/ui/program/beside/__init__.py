"""What goes on beside the window, and what is said of it above the page."""
