"""The registry for programs: what the command line answers, as JSON over HTTP, described by OpenAPI."""
