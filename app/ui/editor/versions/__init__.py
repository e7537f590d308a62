"""The history of a document: its versions, who did what to them and why, and who has read them."""
