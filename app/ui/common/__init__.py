"""What the places share: colours, icons, small widgets, background work and messages."""
