"""What developers use beside the program: hands that work it, and the guided tour."""
