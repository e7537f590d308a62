"""What developers use beside the program: hands that work it, journeys, and the guided tour."""
