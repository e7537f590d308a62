"""What is wrong or could be better in a library: one subject a module, all of it by `checker`."""
