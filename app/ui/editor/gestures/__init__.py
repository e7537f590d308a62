"""What the hand and the keys do to a procedure; each gesture is one step of undo."""
