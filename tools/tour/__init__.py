"""The guided tour: the program worked by hand, with a picture of each place."""
