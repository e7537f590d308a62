"""Finding anything from anywhere: the palette of Ctrl+K, and the page of a provision."""
