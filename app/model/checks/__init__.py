"""What the checker looks for, one subject a module. Ask `app.model.checker` for all of it."""
