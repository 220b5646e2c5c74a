"""How well responses are predicted on real logs, beside the tracers that others use."""
