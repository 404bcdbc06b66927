"""The forms of Today's cards, each made when it is first opened."""
