"""What all places stand on: the open data folder, work off the thread, messages, and keeping
what is typed.
"""
