"""What differs between two documents, and two people's changes of one put together."""
