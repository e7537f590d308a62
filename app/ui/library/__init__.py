"""What several places show of the library: rows, versions, the star, and the ways to edit."""
