"""What the checker finds while one writes: where, what, why, and how it is mended."""
