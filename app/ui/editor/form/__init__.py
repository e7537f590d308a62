"""The form at the right: a list of field specs, and a builder that makes widgets of them."""
