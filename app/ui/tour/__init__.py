"""The guided tour: the work done in the real window, with a picture of each place."""
