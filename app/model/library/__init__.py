"""What the library holds, document by document, and how one thing refers to another."""
