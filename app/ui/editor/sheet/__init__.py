"""What cards and tools under edit have in common: a page with print, form and findings."""
