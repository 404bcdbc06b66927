"""What all charts are drawn with: style, panels, lines, words and places to point at."""
