"""One script a revision, in order. Their numbers stand in `app.store.upgrade.REVISIONS`."""
