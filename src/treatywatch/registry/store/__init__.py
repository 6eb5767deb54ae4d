"""What the registry keeps for ever: pages, readings and the assertions in them. Appended, never changed."""
