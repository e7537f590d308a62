"""Danish sentences for what is below the window known by a code or a name alone."""
