"""The registry in a browser: server-rendered pages that are whole without a script."""
